package io.factmatrix.livestream.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.GateDesk;
import io.factmatrix.livestream.domain.gate.GateReport;
import io.factmatrix.livestream.domain.session.SessionId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How a session stands before its gates, and who lets it pass. */
@RestController
final class GateController {

    private static final String SESSION = "/v1/merchants/{merchant}/sessions/{session}";

    private static final int LONGEST_REASON = 500;

    private final GateDesk gates;
    private final Writes writes;
    private final MerchantReads reads;

    GateController(GateDesk gates, Writes writes, MerchantReads reads) {
        this.gates = gates;
        this.writes = writes;
        this.reads = reads;
    }

    private record Pass(String failure, String reason) {}

    @GetMapping(value = SESSION + "/gates", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> gates(@PathVariable MerchantId merchant, @PathVariable String session) {
        var id = SessionId.of(session);
        return reads.read(merchant, () -> gates.report(merchant, id)).map(GateReport::members);
    }

    @PostMapping(SESSION + "/gate-overrides")
    Mono<ResponseEntity<byte[]>> override(@PathVariable String session, ServerWebExchange exchange) {
        var id = SessionId.of(session);
        return writes.write(
                exchange,
                members -> new Pass(members.text("failure"), members.prose("reason", LONGEST_REASON)),
                (write, pass) -> Written.done(
                        gates.override(write, id, pass.failure(), pass.reason()).members()));
    }
}
