package io.factmatrix.livestream.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.RoomRegister;
import io.factmatrix.livestream.domain.Room;
import io.factmatrix.livestream.domain.RoomFilter;
import io.factmatrix.livestream.domain.RoomId;
import io.factmatrix.livestream.domain.RoomState;
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

/** The live rooms of a merchant's shops. */
@RestController
final class RoomController {

    private static final String ROOMS = "/v1/merchants/{merchant}/rooms";
    private static final String ROOM = ROOMS + "/{room}";

    private static final Set<String> PARAMETERS = Set.of("state", "shop", "limit", "cursor");

    private final RoomRegister register;
    private final Writes writes;
    private final MerchantReads reads;
    private final Cursors cursors;

    RoomController(RoomRegister register, Writes writes, MerchantReads reads, Cursors cursors) {
        this.register = register;
        this.writes = writes;
        this.reads = reads;
        this.cursors = cursors;
    }

    @PostMapping(ROOMS)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return writes.write(exchange, RoomBody::profile, (write, profile) -> {
            var room = register.add(write, profile);
            return Written.created(room.id().value(), room.revision(), RoomBody.of(room));
        });
    }

    @PutMapping(ROOM)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String room, ServerWebExchange exchange) {
        var id = RoomId.of(room);
        return writes.write(
                exchange, RoomBody::profile, (write, profile) -> changed(register.change(write, id, profile)));
    }

    @PostMapping(ROOM + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String room, ServerWebExchange exchange) {
        var id = RoomId.of(room);
        return writes.write(
                exchange, RoomState.TRANSITIONS.decoder(), (write, to) -> changed(register.move(write, id, to)));
    }

    private static Written changed(Room room) {
        return Written.changed(room.revision(), RoomBody.of(room));
    }

    @GetMapping(value = ROOM, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> room(
            @PathVariable MerchantId merchant, @PathVariable String room) {
        var id = RoomId.of(room);
        return reads.read(merchant, () -> register.find(merchant, id))
                .map(found -> ResponseEntity.ok().eTag(found.revision().etag()).body(RoomBody.of(found)));
    }

    @GetMapping(value = ROOMS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> rooms(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var filter = new RoomFilter(parameters.optionalWord("state", RoomState.class), parameters.optionalText("shop"));
        var asked = Asked.all(merchant, "rooms").with("state", filter.state()).with("shop", filter.shop());
        var before = cursors.position(asked, parameters, RoomId::new);
        int limit = parameters.limit();
        return reads.read(merchant, () -> register.list(merchant, filter, before, limit + 1))
                .map(found -> Page.of(
                        found,
                        limit,
                        RoomBody::of,
                        room -> cursors.write(asked, room.id().value())));
    }
}
