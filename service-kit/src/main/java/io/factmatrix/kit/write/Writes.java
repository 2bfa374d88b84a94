package io.factmatrix.kit.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.kit.idempotency.Answer;
import io.factmatrix.kit.idempotency.KeptAnswers;
import io.factmatrix.kit.json.Decoder;
import io.factmatrix.kit.merchant.Actor;
import io.factmatrix.kit.merchant.Actors;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

/** Does what a request wants written, once, in one transaction, and answers it. */
public final class Writes {

    private final MerchantTransactions transactions;
    private final StoreThreads threads;
    private final JdbcTemplate jdbc;
    private final KeptAnswers kept;
    private final Actors actors;
    private final ObjectMapper json;

    public Writes(
            MerchantTransactions transactions,
            StoreThreads threads,
            JdbcTemplate jdbc,
            KeptAnswers kept,
            Actors actors,
            ObjectMapper json) {
        this.transactions = transactions;
        this.threads = threads;
        this.jdbc = jdbc;
        this.kept = kept;
        this.actors = actors;
        this.json = json;
    }

    /**
     * Reads the request, does the work in a transaction of its merchant, and answers what was written. When the work throws, nothing is kept of it; when it throws a
     * {@link Consultation}, others are asked, and it is done anew.
     *
     * @param decoder what the body must be
     * @param work on a thread that may wait for the store
     */
    public <T> Mono<ResponseEntity<byte[]>> write(
            ServerWebExchange exchange, Decoder<T> decoder, BiFunction<Write, T, Written> work) {
        var request = WriteRequest.of(exchange);
        JsonBody.requireAccepted(exchange.getRequest());
        return Mono.zip(actors.current(), JsonBody.of(exchange.getRequest()))
                .flatMap(read -> {
                    var body = read.getT2();
                    var content = decoder.read(body);
                    return answer(request, read.getT1(), body, write -> work.apply(write, content));
                })
                .doOnError(error -> askAgainLater(exchange, error))
                .map(Writes::response);
    }

    /**
     * The same for a body of lines, each a JSON object (NDJSON). What is no such object is handed on as refused: a bad line never stops a good one. 413 {@code
     * lines.too_many} when there are more than may be.
     *
     * @param decoder what a line must be
     * @param work on a thread that may wait for the store
     */
    public <T> Mono<ResponseEntity<byte[]>> writeLines(
            ServerWebExchange exchange,
            LineLimits limits,
            Decoder<T> decoder,
            BiFunction<Write, List<DecodedLine<T>>, Written> work) {
        var request = WriteRequest.of(exchange);
        JsonBody.requireAccepted(exchange.getRequest());
        return Mono.zip(
                        actors.current(),
                        JsonBody.of(exchange.getRequest(), MediaType.APPLICATION_NDJSON, limits.bytes()))
                .flatMap(read -> {
                    var body = read.getT2();
                    var lines = DecodedLine.all(body, limits, decoder);
                    return answer(request, read.getT1(), body, write -> work.apply(write, lines));
                })
                .doOnError(error -> askAgainLater(exchange, error))
                .map(Writes::response);
    }

    /**
     * Does the work that a request without a body asks for, and answers it.
     *
     * @param work on a thread that may wait for the store
     */
    public Mono<ResponseEntity<byte[]>> write(ServerWebExchange exchange, Function<Write, Written> work) {
        var request = WriteRequest.of(exchange);
        JsonBody.requireAccepted(exchange.getRequest());
        return Mono.zip(actors.current(), JsonBody.none(exchange.getRequest()))
                .flatMap(read -> answer(request, read.getT1(), read.getT2(), work))
                .doOnError(error -> askAgainLater(exchange, error))
                .map(Writes::response);
    }

    private Mono<Answer> answer(WriteRequest request, Actor actor, byte[] body, Function<Write, Written> work) {
        return new Attempts(
                        consent -> threads.call(() -> transactions.write(
                                request.merchant(),
                                () -> once(request, body, () -> done(request, actor, work, consent)))),
                        threads.call(() -> transactions.write(request.merchant(), () -> kept(request, body)))
                                .flatMap(Mono::justOrEmpty))
                .answer();
    }

    private Answer once(WriteRequest request, byte[] body, Supplier<Answer> work) {
        var key = request.key();
        return key == null ? work.get() : kept.once(request.merchant(), key, request.fingerprint(body), work);
    }

    private Optional<Answer> kept(WriteRequest request, byte[] body) {
        var key = request.key();
        return key == null ? Optional.empty() : kept.find(request.merchant(), key, request.fingerprint(body));
    }

    private Answer done(WriteRequest request, Actor actor, Function<Write, Written> work, @Nullable Consent consent) {
        var done = work.apply(new Write(request.merchant(), actor, now(), request.expected(), consent));
        var written = consent == null ? done : done.with(consent.remarks());
        var revision = written.revision();
        return new Answer(
                written.status(),
                revision == null ? null : revision.etag(),
                written.id() == null ? null : request.path() + "/" + written.id(),
                json.writeValueAsString(written.body()));
    }

    private Instant now() {
        var now = jdbc.queryForObject("select date_trunc('milliseconds', now())", OffsetDateTime.class);
        if (now == null) {
            throw new IllegalStateException("The database has no clock");
        }
        return now.toInstant();
    }

    private static void askAgainLater(ServerWebExchange exchange, Throwable error) {
        if (error instanceof ProblemException problem && problem.code().equals(KeptAnswers.IN_PROGRESS)) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        }
    }

    private static ResponseEntity<byte[]> response(Answer answer) {
        var response = ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(answer.etag());
        var location = answer.location();
        return (location == null ? response : response.location(URI.create(location)))
                .body(answer.body().getBytes(UTF_8));
    }
}
