package io.factmatrix.kit.idempotency;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers that were given under a key. To be used inside the transaction of the write. */
public final class KeptAnswers implements MeterBinder {

    /** The code of the answer to whoever asks while the first one is under way. */
    public static final String IN_PROGRESS = "idempotency-key.in_progress";

    /** Of what is out of date so many go with each new answer: more than come, and no write waits for it. */
    private static final int SWEPT = 10;

    private final JdbcClient jdbc;
    private final double keptForSeconds;
    private final LongAdder repeated = new LongAdder();

    public KeptAnswers(JdbcTemplate jdbc, Duration keptFor) {
        this.jdbc = JdbcClient.create(jdbc);
        this.keptForSeconds = keptFor.toMillis() / 1e3;
    }

    /**
     * The answer that was given under that key; else that of the work, which is then kept. An exception of the work keeps nothing.
     *
     * <p>409 {@code idempotency-key.in_progress} while the first one is under way: nobody waits. 422 {@code idempotency-key.reused} when
     * another request had that key.
     *
     * @param request the fingerprint of what is asked for
     */
    public Answer once(MerchantId merchant, IdempotencyKey key, String request, Supplier<Answer> work) {
        hold(merchant, key);
        // Asked only now: whoever held it before has committed, and this statement sees it.
        return find(merchant, key, request).orElseGet(() -> {
            var answer = work.get();
            keep(merchant, key, request, answer);
            sweep(merchant);
            return answer;
        });
    }

    /** Two keys of one hash hold each other up for a moment, no more: one of them is told to come again. */
    private void hold(MerchantId merchant, IdempotencyKey key) {
        boolean held = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "idempotency/%s/%s".formatted(merchant, key.value()))
                .query(Boolean.class)
                .single();
        if (!held) {
            throw new ProblemException(
                    409,
                    IN_PROGRESS,
                    "idempotency-key: %s is being answered (expected: to ask again when it has been)"
                            .formatted(key.value()));
        }
    }

    private record Kept(String request, Answer answer) {

        Answer answerTo(String asked, IdempotencyKey key) {
            if (!request.equals(asked)) {
                throw new ProblemException(
                        422,
                        "idempotency-key.reused",
                        "idempotency-key: %s (expected: a new one for another request; method, path and body are those of the first)"
                                .formatted(key.value()));
            }
            return answer;
        }
    }

    /** The answer that was given under that key, or empty. 422 {@code idempotency-key.reused}. */
    public Optional<Answer> find(MerchantId merchant, IdempotencyKey key, String request) {
        var answer = find(merchant, key).map(kept -> kept.answerTo(request, key));
        answer.ifPresent(known -> repeated.increment());
        return answer;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        FunctionCounter.builder("fact.idempotency.replays", repeated, LongAdder::doubleValue)
                .register(meters);
    }

    private Optional<Kept> find(MerchantId merchant, IdempotencyKey key) {
        return jdbc.sql("""
                        select request, status, etag, location, body from kept_answer
                        where merchant_id = :merchant and key = :key
                            and answered_at > now() - make_interval(secs => :keptFor)
                        """)
                .param("merchant", merchant.value())
                .param("key", key.value())
                .param("keptFor", keptForSeconds)
                .query((row, number) -> new Kept(
                        row.getString("request"),
                        new Answer(
                                row.getInt("status"),
                                row.getString("etag"),
                                row.getString("location"),
                                row.getString("body"))))
                .optional();
    }

    /** In the place of one that is out of date, where there is one. */
    private void keep(MerchantId merchant, IdempotencyKey key, String request, Answer answer) {
        jdbc.sql("""
                        insert into kept_answer (merchant_id, key, request, answered_at, status, etag, location, body)
                        values (:merchant, :key, :request, now(), :status, :etag, :location, :body)
                        on conflict (merchant_id, key) do update set
                            request = excluded.request, answered_at = excluded.answered_at, status = excluded.status,
                            etag = excluded.etag, location = excluded.location, body = excluded.body
                        """)
                .param("merchant", merchant.value())
                .param("key", key.value())
                .param("request", request)
                .param("status", answer.status())
                .param("etag", answer.etag())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }

    private void sweep(MerchantId merchant) {
        jdbc.sql("""
                        delete from kept_answer where merchant_id = :merchant and key in (
                            select key from kept_answer
                            where merchant_id = :merchant and answered_at <= now() - make_interval(secs => :keptFor)
                            order by answered_at limit :most for update skip locked)
                        """)
                .param("merchant", merchant.value())
                .param("keptFor", keptForSeconds)
                .param("most", SWEPT)
                .update();
    }
}
