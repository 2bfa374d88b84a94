package io.factmatrix.plan.application;

import com.zaxxer.hikari.HikariDataSource;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.kit.write.Consent;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.GuardRules;
import io.factmatrix.plan.domain.KeptPromises;
import io.factmatrix.plan.domain.Limit;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Outcome;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.Rulebook;
import io.factmatrix.plan.domain.Rulebooks;
import io.factmatrix.plan.store.PostgresAnnouncements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A field with a store of its own, in which promises are rows, and the others within reach. */
final class TestField {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Those that are kept, by field; each with what it is judged by. */
    private static final Map<Field, TestField> FIELDS = new ConcurrentHashMap<>();

    private final JdbcTemplate jdbc;
    private final MerchantTransactions transactions;
    private final PostgresAnnouncements announcements;
    private final OwnField own;
    private final Clearing clearing;
    private final NewIds ids = new NewIds(new SecureRandom());
    private volatile boolean away;
    private volatile Rulebook rulebook = new Rulebook(GuardRules.DEFAULT, List.of());

    TestField(Field field, Duration untilOld) {
        var store = TestStore.migrated("classpath:db/kit", "classpath:db/plan");
        var owner = store.asOwner();
        owner.execute("create table promise (merchant_id text, promise_id text, body text)");
        owner.execute("grant select, insert on promise to " + store.app());
        HikariDataSource pool = store.pool(8);
        jdbc = new JdbcTemplate(pool);
        transactions = TestStore.transactions(pool);
        announcements = new PostgresAnnouncements(jdbc, JSON, untilOld);
        KeptPromises kept = (merchant, look, from, sources) -> list(merchant, look);
        Rulebooks rules = field == Field.CAMPAIGN ? (merchant, products) -> Optional.of(rulebook) : Rulebooks.ELSEWHERE;
        own = new OwnField(
                field,
                kept,
                (merchant, span) -> List.of(),
                announcements,
                rules,
                transactions,
                new StoreThreads("read-" + field, 4, 100),
                new StoreThreads("write-" + field, 4, 100));
        var clock = InstantSource.system();
        clearing = new Clearing(
                own, new Looking(own, new Others(), new RememberedRules(clock)), ids, clock, new SimpleMeterRegistry());
        FIELDS.put(field, this);
    }

    private static final class Others implements OtherFields {

        @Override
        public Set<Field> fields() {
            return FIELDS.keySet();
        }

        @Override
        public Mono<Outcome> look(Field field, MerchantId merchant, Look look) {
            var other = FIELDS.get(field);
            return other == null || other.away
                    ? Mono.just(new Outcome.Unchecked(field, field + " is not reachable"))
                    : other.own.look(merchant, look).map(sight -> new Outcome.Seen(field, sight));
        }
    }

    private List<Promise> list(MerchantId merchant, Look look) {
        return jdbc
                .queryForList("select body from promise where merchant_id = ?", String.class, merchant.value())
                .stream()
                .map(body -> JSON.readValue(body, Promise.class))
                .filter(look::covers)
                .toList();
    }

    void isAway(boolean now) {
        away = now;
    }

    void judges(GuardRules rules, Limit... limits) {
        rulebook = new Rulebook(rules, List.of(limits));
    }

    Mono<Consent> clear(MerchantId merchant, Promise promise) {
        return clearing.clear(merchant, List.of(promise));
    }

    /** As a write does, with the announcement in its transaction. */
    boolean keep(MerchantId merchant, Consent consent, Promise promise) {
        return transactions.write(merchant, () -> {
            boolean there = announcements.remove(
                    merchant, ((Clearance) consent).announcement().id());
            if (there) {
                jdbc.update(
                        "insert into promise values (?, ?, ?)",
                        merchant.value(),
                        ids.next(InstantSource.system().instant()),
                        JSON.writeValueAsString(promise));
            }
            return there;
        });
    }

    /** What became of it: {@code kept}, or the code of the problem. */
    String promise(MerchantId merchant, Promise promise) {
        try {
            var consent = clear(merchant, promise).block();
            return consent != null && keep(merchant, consent, promise) ? "kept" : "promise.late";
        } catch (ProblemException refused) {
            return refused.code();
        }
    }

    long kept(MerchantId merchant) {
        return transactions.read(merchant, () -> (long) list(merchant, Look.ALL).size());
    }

    long announced(MerchantId merchant) {
        return transactions.read(merchant, () ->
                (long) announcements.all(merchant).announcements().size());
    }
}
