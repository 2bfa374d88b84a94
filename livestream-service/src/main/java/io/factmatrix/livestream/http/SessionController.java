package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.SessionDesk;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.session.Move;
import io.factmatrix.livestream.domain.session.SessionFilter;
import io.factmatrix.livestream.domain.session.SessionId;
import io.factmatrix.livestream.domain.session.SessionPlan;
import io.factmatrix.livestream.domain.session.SessionState;
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

/** Live sessions. */
@RestController
final class SessionController {

    private static final String SESSIONS = "/v1/merchants/{merchant}/sessions";
    private static final String SESSION = SESSIONS + "/{session}";

    private static final Set<String> FILTERS = Set.of("room", "state", "touchpoint", "from", "to");
    private static final int LONGEST_TITLE = 120;

    private final SessionDesk sessions;
    private final Writes writes;
    private final Reads reads;

    SessionController(SessionDesk sessions, Writes writes, Reads reads) {
        this.sessions = sessions;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(SESSIONS)
    Mono<ResponseEntity<byte[]>> plan(ServerWebExchange exchange) {
        return writes.write(
                exchange, SessionController::plan, (write, plan) -> Written.created(sessions.plan(write, plan)));
    }

    @PutMapping(SESSION)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String session, ServerWebExchange exchange) {
        var id = SessionId.of(session);
        return writes.write(
                exchange, SessionController::plan, (write, plan) -> Written.changed(sessions.change(write, id, plan)));
    }

    @PostMapping(SESSION + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String session, ServerWebExchange exchange) {
        var id = SessionId.of(session);
        return writes.write(
                exchange, SessionController::move, (write, move) -> Written.changed(sessions.move(write, id, move)));
    }

    @GetMapping(value = SESSION, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> session(
            @PathVariable MerchantId merchant, @PathVariable String session) {
        var id = SessionId.of(session);
        return reads.one(merchant, () -> sessions.find(merchant, id));
    }

    @GetMapping(value = SESSIONS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> sessions(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "sessions", FILTERS, SessionId::new, parameters -> {
            var filter = new SessionFilter(
                    parameters.optionalId("room", RoomId::new),
                    parameters.optionalWord("state", SessionState.class),
                    parameters.optionalText("touchpoint"),
                    parameters.optionalTime("from"),
                    parameters.optionalTime("to"));
            return (before, limit) -> sessions.list(merchant, filter, before, limit);
        });
    }

    private static SessionPlan plan(Members members) throws Refused {
        var room = RoomId.of(members.text("room"));
        var title = members.prose("title", LONGEST_TITLE);
        var span = Span.read(members);
        return new SessionPlan(
                room, title, span.start(), span.end(), members.optionalText("touchpoint"), AssetBody.read(members));
    }

    private static Move move(Members members) throws Refused {
        return new Move(SessionState.TRANSITIONS.decoder().decode(members), members.optionalTime("at"));
    }
}
