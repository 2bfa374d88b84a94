package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.HostDesk;
import io.factmatrix.livestream.domain.host.HostId;
import io.factmatrix.livestream.domain.host.HostProfile;
import io.factmatrix.livestream.domain.host.HostState;
import io.factmatrix.livestream.domain.host.WorkingTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The hosts of a merchant. */
@RestController
final class HostController {

    private static final String HOSTS = "/v1/merchants/{merchant}/hosts";
    private static final String HOST = HOSTS + "/{host}";

    private static final int LONGEST_NAME = 120;
    private static final long DAY = 24 * 60;

    private final HostDesk hosts;
    private final Writes writes;
    private final Reads reads;

    HostController(HostDesk hosts, Writes writes, Reads reads) {
        this.hosts = hosts;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(HOSTS)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return writes.write(
                exchange, HostController::profile, (write, profile) -> Written.created(hosts.add(write, profile)));
    }

    @PutMapping(HOST)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String host, ServerWebExchange exchange) {
        var id = HostId.of(host);
        return writes.write(
                exchange,
                HostController::profile,
                (write, profile) -> Written.changed(hosts.change(write, id, profile)));
    }

    @PostMapping(HOST + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String host, ServerWebExchange exchange) {
        var id = HostId.of(host);
        return writes.write(
                exchange, HostState.TRANSITIONS.decoder(), (write, to) -> Written.changed(hosts.move(write, id, to)));
    }

    @GetMapping(value = HOST, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> host(
            @PathVariable MerchantId merchant, @PathVariable String host) {
        var id = HostId.of(host);
        return reads.one(merchant, () -> hosts.find(merchant, id));
    }

    @GetMapping(value = HOSTS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> hosts(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "hosts", Set.of("state"), HostId::new, parameters -> {
            var state = parameters.optionalWord("state", HostState.class);
            return (before, limit) -> hosts.list(merchant, state, before, limit);
        });
    }

    private static HostProfile profile(Members members) throws Refused {
        var name = members.prose("name", LONGEST_NAME);
        var zone = members.optionalZone("zone");
        var workingTime = members.object("workingTime");
        var profile = new HostProfile(
                name, Objects.requireNonNullElse(zone, HostProfile.USUAL_ZONE), workingTime(workingTime));
        workingTime.nothingLeft();
        return profile;
    }

    private static WorkingTime workingTime(Members members) throws Refused {
        var usual = WorkingTime.USUAL;
        return new WorkingTime(
                minutes(members, "minutesPerShift", 1, DAY, usual.minutesPerShift()),
                minutes(members, "minutesPerDay", 1, DAY, usual.minutesPerDay()),
                minutes(members, "minutesPerWeek", 1, 7 * DAY, usual.minutesPerWeek()),
                minutes(members, "breakMinutes", 0, DAY, usual.breakMinutes()));
    }

    private static long minutes(Members members, String member, long least, long most, long usual) throws Refused {
        return Objects.requireNonNullElse(members.optionalInteger(member, least, most), usual);
    }
}
