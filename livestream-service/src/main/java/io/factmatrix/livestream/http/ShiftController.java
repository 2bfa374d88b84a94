package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.ShiftDesk;
import io.factmatrix.livestream.domain.host.HostId;
import io.factmatrix.livestream.domain.host.ShiftFilter;
import io.factmatrix.livestream.domain.host.ShiftId;
import io.factmatrix.livestream.domain.host.ShiftPlan;
import io.factmatrix.livestream.domain.host.ShiftState;
import io.factmatrix.livestream.domain.room.RoomId;
import java.util.Map;
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

/** Who works where and when. */
@RestController
final class ShiftController {

    private static final String SHIFTS = "/v1/merchants/{merchant}/shifts";
    private static final String SHIFT = SHIFTS + "/{shift}";

    private static final Set<String> FILTERS = Set.of("host", "room", "state", "from", "to");

    private final ShiftDesk shifts;
    private final Writes writes;
    private final Reads reads;

    ShiftController(ShiftDesk shifts, Writes writes, Reads reads) {
        this.shifts = shifts;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(SHIFTS)
    Mono<ResponseEntity<byte[]>> plan(ServerWebExchange exchange) {
        return writes.write(
                exchange, ShiftController::plan, (write, plan) -> Written.created(shifts.plan(write, plan)));
    }

    @PutMapping(SHIFT)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String shift, ServerWebExchange exchange) {
        var id = ShiftId.of(shift);
        return writes.write(
                exchange, ShiftController::plan, (write, plan) -> Written.changed(shifts.change(write, id, plan)));
    }

    @PostMapping(SHIFT + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String shift, ServerWebExchange exchange) {
        var id = ShiftId.of(shift);
        return writes.write(
                exchange, ShiftState.TRANSITIONS.decoder(), (write, to) -> Written.changed(shifts.move(write, id, to)));
    }

    @GetMapping(value = SHIFT, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> shift(
            @PathVariable MerchantId merchant, @PathVariable String shift) {
        var id = ShiftId.of(shift);
        return reads.one(merchant, () -> shifts.find(merchant, id));
    }

    @GetMapping(value = SHIFTS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> shifts(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "shifts", FILTERS, ShiftId::new, parameters -> {
            var filter = new ShiftFilter(
                    parameters.optionalId("host", HostId::new),
                    parameters.optionalId("room", RoomId::new),
                    parameters.optionalWord("state", ShiftState.class),
                    parameters.optionalTime("from"),
                    parameters.optionalTime("to"));
            return (before, limit) -> shifts.list(merchant, filter, before, limit);
        });
    }

    private static ShiftPlan plan(Members members) throws Refused {
        var host = HostId.of(members.text("host"));
        var room = RoomId.of(members.text("room"));
        var span = Span.read(members);
        return new ShiftPlan(host, room, span.start(), span.end());
    }
}
