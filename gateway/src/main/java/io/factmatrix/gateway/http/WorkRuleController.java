package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.work.DryRuns;
import io.factmatrix.gateway.application.work.RuleDesk;
import io.factmatrix.gateway.application.work.WorkRounds;
import io.factmatrix.gateway.domain.work.DryRun;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.gateway.domain.work.rule.RuleSettings;
import io.factmatrix.gateway.domain.work.rule.Thresholds;
import io.factmatrix.gateway.domain.work.rule.WorkRule;
import io.factmatrix.kit.json.Decoder;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** By which rules work is found, and what each would have found. */
@RestController
final class WorkRuleController {

    private static final String RULES = "/v1/merchants/{merchant}/work-rules";
    private static final String RULE = RULES + "/{workRule}";

    private final RuleDesk rules;
    private final DryRuns dryRuns;
    private final WorkRounds rounds;
    private final Writes writes;
    private final MerchantReads reads;

    WorkRuleController(RuleDesk rules, DryRuns dryRuns, WorkRounds rounds, Writes writes, MerchantReads reads) {
        this.rules = rules;
        this.dryRuns = dryRuns;
        this.rounds = rounds;
        this.writes = writes;
        this.reads = reads;
    }

    /** As many as there are kinds: one page. */
    @GetMapping(value = RULES, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> rules(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        Parameters.none(request);
        return reads.read(merchant, () -> rules.all(merchant)).map(all -> {
            var page = new LinkedHashMap<String, @Nullable Object>();
            page.put("items", all.stream().map(WorkRule::members).toList());
            page.put("nextCursor", null);
            return page;
        });
    }

    @GetMapping(value = RULE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> rule(
            @PathVariable MerchantId merchant, @PathVariable String workRule, ServerHttpRequest request) {
        Parameters.none(request);
        var kind = WorkRule.kind(workRule);
        return reads.read(merchant, () -> rules.find(merchant, kind))
                .map(found -> Reads.tagged(found.revision()).body(found.members()));
    }

    @PutMapping(RULE)
    Mono<ResponseEntity<byte[]>> change(
            @PathVariable MerchantId merchant, @PathVariable String workRule, ServerWebExchange exchange) {
        var kind = WorkRule.kind(workRule);
        return writes.write(exchange, members -> RuleSettings.read(kind, members), (write, settings) -> {
                    var changed = rules.change(write, kind, settings);
                    return Written.changed(changed.revision(), changed.members());
                })
                .delayUntil(changed -> rounds.hasten(merchant));
    }

    /** By its own thresholds, or by those of the body, which are tried and not kept. */
    @PostMapping(value = RULE + "/dry-runs", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> dryRun(
            @PathVariable MerchantId merchant,
            @PathVariable String workRule,
            @RequestBody(required = false) Mono<byte[]> body,
            ServerHttpRequest request) {
        Parameters.none(request);
        var kind = WorkRule.kind(workRule);
        return body.map(given -> tried(kind, given))
                .defaultIfEmpty(Optional.empty())
                .flatMap(tried -> reads.read(merchant, () -> rules.find(merchant, kind))
                        .map(rule -> tried.map(rule.settings()::with).orElse(rule.settings())))
                .flatMap(settings -> dryRuns.of(merchant, kind, settings))
                .map(DryRun::members);
    }

    private static Optional<Thresholds> tried(RuleKind kind, byte[] body) {
        Decoder<Optional<Thresholds>> decoder = members -> members.has("thresholds")
                ? Optional.of(Thresholds.read(kind, members.object("thresholds")))
                : Optional.empty();
        return decoder.read(body);
    }
}
