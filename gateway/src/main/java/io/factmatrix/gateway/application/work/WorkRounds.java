package io.factmatrix.gateway.application.work;

import io.factmatrix.gateway.application.round.Rota;
import io.factmatrix.gateway.domain.round.Round;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.StoreThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Has the work of each merchant who ever asked for it looked for now and then, by one gateway at a time. */
public final class WorkRounds {

    private static final Logger log = LoggerFactory.getLogger(WorkRounds.class);

    private static final String TASK = "work";

    private final Rounds rounds;
    private final Detecting detecting;
    private final StoreThreads threads;
    private final WorkProperties work;

    public WorkRounds(Rounds rounds, Detecting detecting, StoreThreads threads, WorkProperties work) {
        this.rounds = rounds;
        this.detecting = detecting;
        this.threads = threads;
        this.work = work;
    }

    /** The merchant's work is looked for from now on; whoever asks first waits for it, but not for long. Never fails. */
    public Mono<Void> begin(MerchantId merchant) {
        return detecting
                .isBegun(merchant)
                .filter(begun -> !begun)
                .flatMap(never -> join(merchant).then(detecting.detect(merchant)))
                .timeout(work.patience())
                .doOnError(error -> log.debug("Work of {} is not looked for yet: {}", merchant, error.toString()))
                .onErrorComplete();
    }

    private Mono<Boolean> join(MerchantId merchant) {
        return threads.call(() -> {
            rounds.join(TASK, merchant);
            return true;
        });
    }

    /** The merchant's work is looked for soon, by rules that were changed. Never fails. */
    public Mono<Void> hasten(MerchantId merchant) {
        return threads.call(() -> {
                    rounds.join(TASK, merchant);
                    rounds.hasten(TASK, merchant);
                    return true;
                })
                .onErrorComplete()
                .then();
    }

    /** One merchant at a time: services have others to answer. */
    public Rota<Round> rota() {
        return new Rota<>(TASK, threads, () -> rounds.take(TASK, work.lease()), this::look, work.idle(), 1);
    }

    /** Whatever comes of it, it comes up again in time. */
    private Mono<?> look(Round round) {
        return detecting
                .detect(round.merchant())
                .timeout(work.lease())
                .doOnError(error -> log.warn("Work of {} was not looked for: {}", round.merchant(), error.toString()))
                .onErrorComplete()
                .then(threads.call(() -> rounds.done(round, work.every())));
    }
}
