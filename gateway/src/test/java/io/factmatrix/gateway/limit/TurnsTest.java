package io.factmatrix.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.kit.merchant.MerchantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class TurnsTest {

    private static final MerchantId A = MerchantId.of("a");
    private static final MerchantId B = MerchantId.of("b");
    private static final MerchantId C = MerchantId.of("c");
    private static final Duration LONG = Duration.ofHours(1);

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Sinks.Empty<Void>> works = new ConcurrentLinkedQueue<>();

    @Test
    void aMerchantAloneLeavesAThirdForWhoeverComes() {
        var turns = new Turns(12, 100, LONG);
        wants(turns, A, 20);
        assertThat(begun).hasSize(8);
        wants(turns, B, 20);
        wants(turns, C, 1);
        assertThat(begun).hasSize(12);
        assertThat(begun.stream().filter("b"::equals)).hasSizeBetween(2, 4);
    }

    @Test
    void whoeverComesIsServedNextHoweverManyAnotherHasWaiting() {
        var turns = new Turns(2, 100, LONG);
        wants(turns, A, 30);
        wants(turns, B, 1);
        endOne();
        endOne();
        await().until(() -> begun.contains("b"));
        assertThat(begun.size()).isLessThanOrEqualTo(4);
    }

    @Test
    void linesAreServedInTurn() {
        var turns = new Turns(1, 100, LONG);
        wants(turns, A, 4);
        wants(turns, B, 2);
        wants(turns, C, 1);
        for (int ended = 1; ended <= 6; ended++) {
            endOne();
            int expected = ended + 1;
            await().until(() -> begun.size() == expected);
        }
        assertThat(begun).containsExactly("a", "a", "b", "c", "a", "b", "a");
    }

    @Test
    void whoWouldWaitTooLongIsRefusedAtOnce() {
        var turns = new Turns(1, 9, LONG);
        var refused = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            turns.inTurn(A, turn -> Mono.never())
                    .doOnError(RejectedExecutionException.class, tooMany -> refused.incrementAndGet())
                    .onErrorComplete()
                    .subscribe();
        }
        // One runs, six of nine may wait.
        assertThat(refused).hasValue(13);
        StepVerifier.create(turns.inTurn(B, turn -> Mono.never()))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1))
                .thenCancel()
                .verify();
    }

    @Test
    void whoHasWaitedTooLongIsRefused() {
        var turns = new Turns(1, 9, Duration.ofMillis(20));
        wants(turns, A, 1);
        StepVerifier.create(turns.inTurn(B, turn -> Mono.just("done")))
                .verifyErrorMatches(late -> late instanceof RejectedExecutionException);
        endOne();
        StepVerifier.create(turns.inTurn(B, turn -> Mono.just("done")))
                .expectNext("done")
                .verifyComplete();
    }

    @Test
    void aTurnMayEndBeforeTheWork() {
        var turns = new Turns(1, 9, LONG);
        turns.inTurn(A, turn -> {
                    turn.end();
                    turn.end();
                    return Mono.never();
                })
                .subscribe();
        StepVerifier.create(turns.inTurn(B, turn -> Mono.just("done")))
                .expectNext("done")
                .verifyComplete();
    }

    @Test
    void whoCancelsGivesBackWhatItHas() {
        var turns = new Turns(3, 30, LONG);
        for (int round = 0; round < 200; round++) {
            var merchant = round % 2 == 0 ? A : B;
            var asked = new ArrayList<Disposable>();
            for (int i = 0; i < 10; i++) {
                asked.add(turns.inTurn(merchant, turn -> Mono.never().subscribeOn(Schedulers.parallel()))
                        .subscribe());
            }
            asked.forEach(Disposable::dispose);
        }
        assertAllAreFree(turns, 3);
    }

    @Test
    void workThatFailsGivesBackWhatItHas() {
        var turns = new Turns(3, 30, LONG);
        for (int i = 0; i < 100; i++) {
            StepVerifier.create(turns.inTurn(A, turn -> Mono.error(new IllegalStateException("broken"))))
                    .verifyError(IllegalStateException.class);
            StepVerifier.create(turns.inTurn(A, turn -> {
                        throw new IllegalStateException("broken before it began");
                    }))
                    .verifyError(IllegalStateException.class);
        }
        assertAllAreFree(turns, 3);
    }

    @Test
    void neverMoreAtOnceThanThereAreAndNoneIsLost() {
        var turns = new Turns(4, 3_000, LONG);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var done = Flux.range(0, 2_000)
                .flatMap(
                        i -> turns.inTurn(
                                List.of(A, B, C).get(i % 3),
                                turn -> Mono.fromCallable(() -> {
                                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                            running.decrementAndGet();
                                            return i;
                                        })
                                        .subscribeOn(Schedulers.parallel())),
                        2_000)
                .count()
                .block(Duration.ofSeconds(60));
        assertThat(done).isEqualTo(2_000);
        assertThat(most.get()).isBetween(1, 4);
        assertAllAreFree(turns, 4);
    }

    private void wants(Turns turns, MerchantId merchant, int times) {
        for (int i = 0; i < times; i++) {
            turns.<Void>inTurn(merchant, turn -> {
                        begun.add(merchant.value());
                        var work = Sinks.<Void>empty();
                        works.add(work);
                        return work.asMono();
                    })
                    .subscribe();
        }
    }

    private void endOne() {
        works.remove().tryEmitEmpty().orThrow();
    }

    /** As many different merchants as there are turns each get one at once. */
    private static void assertAllAreFree(Turns turns, int atOnce) {
        var begun = new AtomicInteger();
        for (int i = 0; i < atOnce; i++) {
            turns.inTurn(MerchantId.of("other-" + i), turn -> {
                        begun.incrementAndGet();
                        return Mono.never();
                    })
                    .subscribe();
        }
        await().untilAsserted(() -> assertThat(begun).hasValue(atOnce));
    }
}
