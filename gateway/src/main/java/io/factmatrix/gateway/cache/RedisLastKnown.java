package io.factmatrix.gateway.cache;

import io.factmatrix.gateway.application.LastKnown;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Answers in Redis, one key for each field and question; a value is the watermark, a space, and the answer as JSON.
 *
 * @param <A> what a field answers
 */
final class RedisLastKnown<A extends FieldAnswer<A>> implements LastKnown<A> {

    private static final Logger log = LoggerFactory.getLogger(RedisLastKnown.class);

    /** To be raised when answers are written differently: answers of another form are not known then. */
    private static final String FORM = "4";

    /** A later answer is never overwritten by an earlier one, whichever gateway comes last. */
    private static final RedisScript<String> KEEP = RedisScript.of("""
            local known = redis.call('GET', KEYS[1])
            local watermark = known and tonumber(string.match(known, '^%d+'))
            if watermark and watermark > tonumber(string.match(ARGV[1], '^%d+')) then
                return 'later known'
            end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 'kept'
            """, String.class);

    private final ReactiveStringRedisTemplate redis;
    private final ObjectMapper json;
    private final Guard guard;
    private final Duration keptFor;
    private final String name;
    private final Class<A> form;

    /**
     * @param name of these answers among others
     */
    RedisLastKnown(
            ReactiveStringRedisTemplate redis,
            ObjectMapper json,
            Guard guard,
            Duration keptFor,
            String name,
            Class<A> form) {
        this.name = name;
        this.form = form;
        this.redis = redis;
        this.json = json;
        this.guard = guard;
        this.keptFor = keptFor;
    }

    @Override
    public Mono<Map<Field, A>> of(MerchantId merchant, Question question) {
        var keys = Sections.FIELDS.stream()
                .map(field -> key(merchant, field, question))
                .toList();
        return guarded(Mono.defer(() -> redis.opsForValue().multiGet(keys)))
                .map(this::read)
                .defaultIfEmpty(Map.of());
    }

    @Override
    public Mono<Void> keep(MerchantId merchant, Question question, A answer) {
        return guarded(Mono.defer(() -> redis.execute(
                                KEEP,
                                List.of(key(merchant, answer.field(), question)),
                                List.of(written(answer), Long.toString(keptFor.toMillis())))
                        .next()))
                .then();
    }

    /**
     * Off the event loop, which a connection yet to be made would block; and empty when it fails. A view that waits no longer
     * leaves the command alone: cutting it off would cut off the making of the connection.
     */
    private <T> Mono<T> guarded(Mono<T> command) {
        var apart = Mono.fromFuture(
                () -> command.subscribeOn(Schedulers.boundedElastic()).toFuture(), true);
        return guard.around(apart).onErrorResume(failure -> {
            log.debug("Redis: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** Texts are encoded, so that no two questions have one key; the braces keep a merchant's keys in one slot of a cluster. */
    private String key(MerchantId merchant, Field field, Question question) {
        return "%s:%s:{%s}:%s:%s:%s:%s:%s:%s:%s:%s:%s"
                .formatted(
                        name,
                        FORM,
                        merchant.value(),
                        field.word(),
                        question.period().start().getEpochSecond(),
                        question.period().end().getEpochSecond(),
                        question.period().zone().getId(),
                        question.currency().getCurrencyCode(),
                        encoded(question.shop()),
                        encoded(question.product()),
                        encoded(question.touchpoint()),
                        question.asOf() == null ? "" : question.asOf().toEpochMilli());
    }

    /** Empty only for what was not asked for: no name is. */
    private static String encoded(@Nullable String name) {
        return name == null ? "" : URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private String written(A answer) {
        return (answer.position().watermark() + answer.position().settlement()) + " " + json.writeValueAsString(answer);
    }

    private Map<Field, A> read(List<@Nullable String> values) {
        var known = new EnumMap<Field, A>(Field.class);
        for (var value : values) {
            var answer = value == null ? null : read(value);
            if (answer != null) {
                known.put(answer.field(), answer);
            }
        }
        return known;
    }

    private @Nullable A read(String value) {
        try {
            return json.readValue(value.substring(value.indexOf(' ') + 1), form);
        } catch (JacksonException foreign) {
            log.warn("Redis holds what is no answer: {}", foreign.getOriginalMessage());
            return null;
        }
    }
}
