package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.application.round.Rota;
import io.factmatrix.gateway.domain.webhook.EndpointRound;
import io.factmatrix.gateway.domain.webhook.Letter;
import io.factmatrix.gateway.domain.webhook.Secret;
import io.factmatrix.gateway.domain.webhook.Signature;
import io.factmatrix.kit.store.StoreThreads;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends to the endpoints whose turn has come, to each until nothing is due there. What is sent and then not recorded is sent again: by whoever takes the endpoint next. */
public final class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final Postbag postbag;
    private final StoreThreads threads;
    private final Sender sender;
    private final InstantSource clock;
    private final MessageMeters messages;

    public Courier(Postbag postbag, StoreThreads threads, Sender sender, InstantSource clock, MeterRegistry meters) {
        this.postbag = postbag;
        this.threads = threads;
        this.sender = sender;
        this.clock = clock;
        this.messages = new MessageMeters(meters);
    }

    /**
     * To many at once: one that is slow takes one place of them.
     *
     * @param lookEvery between two looks at what is due, when there is nothing
     * @param atOnce endpoints that are sent to at once
     */
    public Rota<EndpointRound> rota(Duration lookEvery, int atOnce) {
        return new Rota<>("webhooks", threads, postbag::take, this::go, lookEvery, atOnce);
    }

    /**
     * What is to be sent now, of different lanes.
     *
     * @param secrets that sign it
     */
    record Batch(URI url, List<Secret> secrets, List<Letter> letters) {}

    /** Never fails: whoever loses the round leaves the rest to others. */
    Mono<Void> go(EndpointRound round) {
        return threads.call(() -> postbag.fill(round))
                .flatMap(filled -> filled.isEmpty() ? Mono.just(false) : deliver(round, filled.get()))
                .repeat()
                .takeUntil(more -> !more)
                .then()
                .onErrorResume(failure -> {
                    log.error("Webhook endpoint {} of {} waits", round.endpoint(), round.merchant(), failure);
                    return Mono.empty();
                });
    }

    private Mono<Boolean> deliver(EndpointRound round, Batch batch) {
        return Flux.fromIterable(batch.letters())
                .flatMap(letter -> deliver(round, batch, letter))
                .then(Mono.just(true));
    }

    private Mono<Boolean> deliver(EndpointRound round, Batch batch, Letter letter) {
        var body = letter.body(round.merchant());
        var headers = Signature.headers(letter.id(), clock.instant(), body, batch.secrets());
        return sender.send(batch.url(), headers, body)
                .doOnNext(outcome -> messages.count(letter, outcome, clock.instant()))
                .flatMap(outcome -> threads.call(() -> postbag.record(round, letter, outcome)));
    }
}
