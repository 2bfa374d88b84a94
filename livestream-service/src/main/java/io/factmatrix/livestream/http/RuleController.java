package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.RuleDesk;
import io.factmatrix.livestream.domain.gate.Condition;
import io.factmatrix.livestream.domain.gate.Gate;
import io.factmatrix.livestream.domain.gate.RuleFilter;
import io.factmatrix.livestream.domain.gate.RuleId;
import io.factmatrix.livestream.domain.gate.RuleProfile;
import io.factmatrix.livestream.domain.gate.RuleState;
import io.factmatrix.livestream.domain.gate.Severity;
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

/** The rules that sessions must keep to before they go live. */
@RestController
final class RuleController {

    private static final String RULES = "/v1/merchants/{merchant}/gate-rules";
    private static final String RULE = RULES + "/{rule}";

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_FIX = 500;

    private final RuleDesk rules;
    private final Writes writes;
    private final Reads reads;

    RuleController(RuleDesk rules, Writes writes, Reads reads) {
        this.rules = rules;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(RULES)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return writes.write(
                exchange, RuleController::profile, (write, profile) -> Written.created(rules.add(write, profile)));
    }

    @PutMapping(RULE)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String rule, ServerWebExchange exchange) {
        var id = RuleId.of(rule);
        return writes.write(
                exchange,
                RuleController::profile,
                (write, profile) -> Written.changed(rules.change(write, id, profile)));
    }

    @PostMapping(RULE + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String rule, ServerWebExchange exchange) {
        var id = RuleId.of(rule);
        return writes.write(
                exchange, RuleState.TRANSITIONS.decoder(), (write, to) -> Written.changed(rules.move(write, id, to)));
    }

    @GetMapping(value = RULE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> rule(
            @PathVariable MerchantId merchant, @PathVariable String rule) {
        var id = RuleId.of(rule);
        return reads.one(merchant, () -> rules.find(merchant, id));
    }

    @GetMapping(value = RULES, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> rules(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "gate-rules", Set.of("gate", "state"), RuleId::new, parameters -> {
            var filter = new RuleFilter(
                    parameters.optionalWord("gate", Gate.class), parameters.optionalWord("state", RuleState.class));
            return (before, limit) -> rules.list(merchant, filter, before, limit);
        });
    }

    private static RuleProfile profile(Members members) throws Refused {
        var name = members.prose("name", LONGEST_NAME);
        var gate = members.word("gate", word -> Word.of(Gate.class, word), Word.all(Gate.class));
        var severity = members.word("severity", Word.all(Severity.class), Severity.BLOCKING.word());
        var fix = members.optionalProse("fix", LONGEST_FIX);
        var condition = members.object("condition");
        var profile = new RuleProfile(
                name, gate, Word.of(Severity.class, severity).orElseThrow(), fix, Condition.read(condition));
        condition.nothingLeft();
        return profile;
    }
}
