package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.Audiences;
import io.factmatrix.ledger.domain.figures.BuyerDays;
import io.factmatrix.ledger.domain.figures.Window;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People in PostgreSQL: those who paid are read from their orders, those who saw or did something from sketches, or, at one
 * touchpoint or of one product, from their events.
 */
public final class PostgresAudiences implements Audiences {

    private static final String SAW = "saw";
    private static final String INTERACTED = "interacted";

    /** Held in memory while they are read; the driver keeps to it inside a transaction. */
    private static final int PEOPLE_AT_A_TIME = 10_000;

    /** Events are found by their time in blocks, of which each look reads some for nothing. */
    private static final int STRETCHES = 8;

    /**
     * Looked up one by one: of tables that have just grown the planner knows nothing, and would join them by comparing each with each.
     */
    private static final String COUNTED = """
            and (select state from event_state
                where event_state.merchant_id = event.merchant_id
                    and event_state.field = event.field
                    and event_state.event_id = event.event_id) is null
            """;

    private static final String PLACE = """
            and (:shop::text is null or shop = :shop)
            and (:product::text is null or product = :product)
            and (:touchpoint::text is null or touchpoint = :touchpoint)
            """;

    private final JdbcClient jdbc;
    private final SketchTable sketches;

    public PostgresAudiences(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.sketches = new SketchTable(template);
    }

    @Override
    public long sketched(LedgerId ledger) {
        return through(ledger, "").orElse(0L);
    }

    private Optional<Long> through(LedgerId ledger, String hold) {
        return OfLedger.sql(
                        jdbc,
                        ledger,
                        "select through from sketched where merchant_id = :merchant and field = :field" + hold)
                .query(Long.class)
                .optional();
    }

    @Override
    public long sketch(LedgerId ledger, int events) {
        long after = held(ledger);
        long through = OfLedger.sql(jdbc, ledger, """
                        select least(watermark, :most) from ledger where merchant_id = :merchant and field = :field
                        """)
                .param("most", after + events)
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (through <= after) {
            return after;
        }
        sketches.add(ledger, came(ledger, after, through), lost(ledger, after, through));
        OfLedger.sql(jdbc, ledger, """
                        update sketched set through = :through where merchant_id = :merchant and field = :field
                        """).param("through", through).update();
        return through;
    }

    private long held(LedgerId ledger) {
        return through(ledger, " for update").orElseGet(() -> {
            OfLedger.sql(jdbc, ledger, """
                            insert into sketched (merchant_id, field, through) values (:merchant, :field, 0)
                            on conflict do nothing
                            """).update();
            return through(ledger, " for update").orElseThrow();
        });
    }

    /** Whoever is in those events. One that was replaced already is left out, and for its replacement nothing is lost. */
    private Map<Bucket, AudienceSketch> came(LedgerId ledger, long after, long through) {
        var people = new HashMap<Bucket, AudienceSketch.Gathering>();
        OfLedger.sql(jdbc, ledger, """
                        select %s, audience from event
                        where merchant_id = :merchant and field = :field and type = 'audience'
                            and watermark > :after and watermark <= :through %s
                        """.formatted(Bucket.COLUMNS, COUNTED))
                .param("after", after)
                .param("through", through)
                .withFetchSize(PEOPLE_AT_A_TIME)
                .query(row -> {
                    people.computeIfAbsent(Bucket.read(row), empty -> new AudienceSketch.Gathering())
                            .add(row.getString("audience"));
                });
        return sketches(people);
    }

    /** The buckets of which those events replace something, sketched anew. */
    private Map<Bucket, AudienceSketch> lost(LedgerId ledger, long after, long through) {
        var people = new HashMap<Bucket, AudienceSketch.Gathering>();
        OfLedger.sql(jdbc, ledger, """
                        select distinct old.* from (
                                select replaces from event
                                where merchant_id = :merchant and field = :field and type = 'audience'
                                    and watermark > :after and watermark <= :through and replaces is not null) as new
                            cross join lateral (
                                select %s from event
                                where merchant_id = :merchant and field = :field and event_id = new.replaces
                                    and watermark <= :after
                                limit 1) as old
                        """.formatted(Bucket.COLUMNS))
                .param("after", after)
                .param("through", through)
                .query(row -> {
                    people.put(Bucket.read(row), new AudienceSketch.Gathering());
                });
        Stretch.over(people.keySet(), STRETCHES).forEach(stretch -> gather(ledger, stretch, people));
        return sketches(people);
    }

    /** Into those of these buckets that lie there. */
    private void gather(LedgerId ledger, Stretch stretch, Map<Bucket, AudienceSketch.Gathering> people) {
        OfLedger.sql(jdbc, ledger, """
                        select %s, audience from event
                        where merchant_id = :merchant and field = :field and type = 'audience'
                            and occurred_at >= :from and occurred_at < :to %s
                        """.formatted(Bucket.COLUMNS, COUNTED))
                .param("from", stretch.from().atOffset(ZoneOffset.UTC))
                .param("to", stretch.to().atOffset(ZoneOffset.UTC))
                .withFetchSize(PEOPLE_AT_A_TIME)
                .query(row -> {
                    var bucket = people.get(Bucket.read(row));
                    if (bucket != null) {
                        bucket.add(row.getString("audience"));
                    }
                });
    }

    private static <K> Map<K, AudienceSketch> sketches(Map<K, AudienceSketch.Gathering> people) {
        var sketches = new HashMap<K, AudienceSketch>();
        people.forEach((key, gathered) -> sketches.put(key, gathered.sketch()));
        return sketches;
    }

    @Override
    public Audience audience(LedgerId ledger, Window window, ZoneId zone) {
        var reached = window.product() == null && window.touchpoint() == null
                ? sketches.of(ledger, window)
                : fromEvents(ledger, window);
        return withBuyers(
                ledger,
                window,
                zone,
                reached.getOrDefault(SAW, AudienceSketch.NONE),
                reached.getOrDefault(INTERACTED, AudienceSketch.NONE));
    }

    private Map<String, AudienceSketch> fromEvents(LedgerId ledger, Window window) {
        var people = new HashMap<String, AudienceSketch.Gathering>();
        placed(ledger, window, """
                        select kind, audience from event
                        where merchant_id = :merchant and field = :field and type = 'audience'
                            and occurred_at >= :from and occurred_at < :to %s %s
                        """.formatted(PLACE, COUNTED)).query(row -> {
            people.computeIfAbsent(row.getString("kind"), empty -> new AudienceSketch.Gathering())
                    .add(row.getString("audience"));
        });
        return sketches(people);
    }

    /** Each of them once, with the days of the first and of the last payment: more days than one, and somebody came back. */
    private Audience withBuyers(
            LedgerId ledger, Window window, ZoneId zone, AudienceSketch saw, AudienceSketch interacted) {
        var buyers = new Counting();
        var loyal = new Counting();
        var days = new BuyerDays.Gathering();
        placed(ledger, window, """
                        select audience, min(occurred_at) as first, max(occurred_at) as last from event
                        where merchant_id = :merchant and field = :field and type = 'order.paid' and not sample
                            and audience is not null and currency = :currency
                            and occurred_at >= :from and occurred_at < :to %s %s
                        group by audience
                        """.formatted(PLACE, COUNTED))
                .param("currency", window.currency())
                .query(row -> {
                    var audience = row.getString("audience");
                    long first = day(row.getObject("first", OffsetDateTime.class), zone);
                    long last = day(row.getObject("last", OffsetDateTime.class), zone);
                    buyers.add(audience);
                    if (first < last) {
                        loyal.add(audience);
                    }
                    days.add(audience, first, last);
                });
        return Audience.of(saw, interacted, buyers.counted(), loyal.counted(), days.days());
    }

    /** Days of one zone never go back as time goes on. */
    private static long day(OffsetDateTime moment, ZoneId zone) {
        return moment.atZoneSameInstant(zone).getLong(ChronoField.EPOCH_DAY);
    }

    private JdbcClient.StatementSpec placed(LedgerId ledger, Window window, String sql) {
        return OfLedger.sql(jdbc, ledger, sql)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .param("shop", window.shop())
                .param("product", window.product())
                .param("touchpoint", window.touchpoint())
                .withFetchSize(PEOPLE_AT_A_TIME);
    }
}
