package io.factmatrix.gateway.application.work;

import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.work.Findings;
import io.factmatrix.gateway.domain.work.evidence.Judging;
import io.factmatrix.gateway.domain.work.rule.WorkRule;
import io.factmatrix.gateway.domain.work.rule.WorkRules;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for a merchant's work by all its rules, one after the other, and brings the queue up to what is found. */
public final class Detecting {

    private static final Logger log = LoggerFactory.getLogger(Detecting.class);

    private final Lookout lookout;
    private final OwnCalls own;
    private final WorkRules rules;
    private final WorkDesk desk;
    private final MerchantReads reads;
    private final MerchantTransactions transactions;
    private final StoreThreads threads;

    public Detecting(
            Lookout lookout,
            OwnCalls own,
            WorkRules rules,
            WorkDesk desk,
            MerchantReads reads,
            MerchantTransactions transactions,
            StoreThreads threads) {
        this.lookout = lookout;
        this.own = own;
        this.rules = rules;
        this.desk = desk;
        this.reads = reads;
        this.transactions = transactions;
        this.threads = threads;
    }

    /** By the store's clock, since replicas must agree who looked last. */
    private record Begun(List<WorkRule> rules, Instant at) {}

    /** Whether anything was ever looked at. */
    Mono<Boolean> isBegun(MerchantId merchant) {
        return reads.read(merchant, () -> rules.all(merchant).stream().anyMatch(rule -> rule.lookedAt() != null));
    }

    /** Looks now. A rule that fails leaves its items as they are, and the others are looked at. */
    public Mono<Void> detect(MerchantId merchant) {
        return Mono.zip(reads.read(merchant, () -> new Begun(rules.all(merchant), rules.now())), own.of(merchant))
                .flatMapMany(both -> Flux.fromIterable(both.getT1().rules())
                        .concatMap(
                                rule -> detect(both.getT2(), rule, both.getT1().at())))
                .then();
    }

    private Mono<Void> detect(Caller caller, WorkRule rule, Instant at) {
        var merchant = caller.merchant();
        return look(caller, rule, at)
                .flatMap(found ->
                        threads.call(() -> transactions.write(merchant, () -> desk.compare(merchant, rule, found, at))))
                .doOnError(error -> log.warn(
                        "Work of {} by {} was not looked for: {}",
                        merchant,
                        rule.kind().word(),
                        error.toString()))
                .onErrorComplete()
                .then();
    }

    private Mono<Findings> look(Caller caller, WorkRule rule, Instant at) {
        return rule.settings().on()
                ? lookout.look(rule.kind(), caller, new Judging(caller.merchant(), at, rule.settings()))
                : Mono.just(Findings.NONE);
    }
}
