package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.RoomDesk;
import io.factmatrix.livestream.domain.room.Platform;
import io.factmatrix.livestream.domain.room.RoomFilter;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.room.RoomProfile;
import io.factmatrix.livestream.domain.room.RoomState;
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

/** The live rooms of a merchant's shops. */
@RestController
final class RoomController {

    private static final String ROOMS = "/v1/merchants/{merchant}/rooms";
    private static final String ROOM = ROOMS + "/{room}";

    private static final int LONGEST_NAME = 120;

    private final RoomDesk rooms;
    private final Writes writes;
    private final Reads reads;

    RoomController(RoomDesk rooms, Writes writes, Reads reads) {
        this.rooms = rooms;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(ROOMS)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return writes.write(
                exchange, RoomController::profile, (write, profile) -> Written.created(rooms.add(write, profile)));
    }

    @PutMapping(ROOM)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String room, ServerWebExchange exchange) {
        var id = RoomId.of(room);
        return writes.write(
                exchange,
                RoomController::profile,
                (write, profile) -> Written.changed(rooms.change(write, id, profile)));
    }

    @PostMapping(ROOM + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String room, ServerWebExchange exchange) {
        var id = RoomId.of(room);
        return writes.write(
                exchange, RoomState.TRANSITIONS.decoder(), (write, to) -> Written.changed(rooms.move(write, id, to)));
    }

    @GetMapping(value = ROOM, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> room(
            @PathVariable MerchantId merchant, @PathVariable String room) {
        var id = RoomId.of(room);
        return reads.one(merchant, () -> rooms.find(merchant, id));
    }

    @GetMapping(value = ROOMS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> rooms(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "rooms", Set.of("state", "shop"), RoomId::new, parameters -> {
            var filter =
                    new RoomFilter(parameters.optionalWord("state", RoomState.class), parameters.optionalText("shop"));
            return (before, limit) -> rooms.list(merchant, filter, before, limit);
        });
    }

    private static RoomProfile profile(Members members) throws Refused {
        return new RoomProfile(
                members.prose("name", LONGEST_NAME),
                Objects.requireNonNullElse(members.optionalText("shop"), "main"),
                members.word("platform", word -> Word.of(Platform.class, word), Word.all(Platform.class)),
                members.optionalText("platformRoom"));
    }
}
