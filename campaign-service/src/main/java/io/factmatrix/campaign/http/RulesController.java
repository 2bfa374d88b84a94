package io.factmatrix.campaign.http;

import io.factmatrix.campaign.application.RulesDesk;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.plan.domain.GuardRules;
import io.factmatrix.plan.domain.Reaction;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is done with promises that contradict each other. */
@RestController
final class RulesController {

    private static final String RULES = "/v1/merchants/{merchant}/promise-rules";

    private final RulesDesk rules;
    private final Writes writes;
    private final MerchantReads reads;

    RulesController(RulesDesk rules, Writes writes, MerchantReads reads) {
        this.rules = rules;
        this.writes = writes;
        this.reads = reads;
    }

    @PutMapping(RULES)
    Mono<ResponseEntity<byte[]>> change(ServerWebExchange exchange) {
        return writes.write(exchange, RulesController::rules, (write, other) -> {
            var changed = rules.change(write, other);
            return Written.changed(changed.revision(), changed.rules().members());
        });
    }

    @GetMapping(value = RULES, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, Object>>> rules(@PathVariable MerchantId merchant) {
        return reads.read(merchant, () -> rules.find(merchant))
                .map(found -> Reads.tagged(found.revision()).body(found.rules().members()));
    }

    /** What is left out is as it is by default. */
    private static GuardRules rules(Members members) throws Refused {
        var usual = GuardRules.DEFAULT;
        return new GuardRules(
                reaction(members, "floor", usual.floor()),
                reaction(members, "protection", usual.protection()),
                reaction(members, "exclusivity", usual.exclusivity()),
                reaction(members, "stock", usual.stock()),
                reaction(members, "burst", usual.burst()),
                reaction(members, "unchecked", usual.unchecked()));
    }

    private static Reaction reaction(Members members, String name, Reaction absent) throws Refused {
        return members.has(name)
                ? members.word(name, word -> Word.of(Reaction.class, word), Word.all(Reaction.class))
                : absent;
    }
}
