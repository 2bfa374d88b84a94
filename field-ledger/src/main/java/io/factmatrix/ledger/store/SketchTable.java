package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.Window;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sketches of people, by quarter-hour and by day: what a window asks for is whole days, and quarter-hours at its edges. */
final class SketchTable {

    private static final String QUARTER_HOUR = "quarter-hour";
    private static final String DAY = "day";

    /** Each is 32 KiB at most. */
    private static final int AT_A_TIME = 100;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    SketchTable(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * @param came who is in those quarter-hours besides
     * @param instead who is in those quarter-hours, whoever was before
     */
    void add(LedgerId ledger, Map<Bucket, AudienceSketch> came, Map<Bucket, AudienceSketch> instead) {
        var days = new HashMap<Bucket, AudienceSketch>();
        came.forEach((bucket, people) -> days.merge(bucket.day(), people, AudienceSketch::union));
        keep(ledger, QUARTER_HOUR, united(ledger, QUARTER_HOUR, came));
        keep(ledger, QUARTER_HOUR, instead);
        keep(ledger, DAY, united(ledger, DAY, days));
        keep(ledger, DAY, ofQuarterHours(ledger, instead.keySet()));
    }

    private Map<Bucket, AudienceSketch> united(LedgerId ledger, String span, Map<Bucket, AudienceSketch> added) {
        var united = new HashMap<>(added);
        stored(ledger, span, added.keySet())
                .forEach((bucket, people) -> united.merge(bucket, people, AudienceSketch::union));
        return united;
    }

    private Map<Bucket, AudienceSketch> stored(LedgerId ledger, String span, Collection<Bucket> buckets) {
        var stored = new HashMap<Bucket, AudienceSketch>();
        if (buckets.isEmpty()) {
            return stored;
        }
        var asked = List.copyOf(buckets);
        OfLedger.sql(jdbc, ledger, """
                        select asked.start, asked.stage, asked.shop, known.sketch
                        from unnest(:starts::timestamptz[], :stages::text[], :shops::text[]) as asked (start, stage, shop)
                            cross join lateral (
                                select sketch from audience_sketch
                                where merchant_id = :merchant and field = :field and span = :span
                                    and start = asked.start and stage = asked.stage and shop = asked.shop
                                limit 1) as known
                        """)
                .param("span", span)
                .param(
                        "starts",
                        asked.stream().map(bucket -> bucket.start().toString()).toArray(String[]::new))
                .param("stages", asked.stream().map(Bucket::stage).toArray(String[]::new))
                .param("shops", asked.stream().map(Bucket::shop).toArray(String[]::new))
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    stored.put(
                            new Bucket(
                                    row.getObject("start", OffsetDateTime.class).toInstant(),
                                    row.getString("stage"),
                                    row.getString("shop")),
                            AudienceSketch.of(row.getBytes("sketch")));
                });
        return stored;
    }

    /** The days that those quarter-hours lie in. */
    private Map<Bucket, AudienceSketch> ofQuarterHours(LedgerId ledger, Collection<Bucket> changed) {
        var quarterHours = new HashSet<Bucket>();
        var days = new HashMap<Bucket, AudienceSketch>();
        for (var bucket : changed) {
            var day = bucket.day();
            days.put(day, AudienceSketch.NONE);
            for (var start = day.start();
                    start.isBefore(day.start().plus(1, ChronoUnit.DAYS));
                    start = start.plus(Bucket.QUARTER_HOUR)) {
                quarterHours.add(new Bucket(start, day.stage(), day.shop()));
            }
        }
        stored(ledger, QUARTER_HOUR, quarterHours)
                .forEach((bucket, people) -> days.merge(bucket.day(), people, AudienceSketch::union));
        return days;
    }

    /** Nobody is no row, so that the table, too, is a function of who is there. */
    private void keep(LedgerId ledger, String span, Map<Bucket, AudienceSketch> sketches) {
        var somebody = new HashMap<>(sketches);
        somebody.values().removeIf(AudienceSketch.NONE::equals);
        template.batchUpdate("""
                        delete from audience_sketch
                        where merchant_id = ? and field = ? and span = ? and start = ? and stage = ? and shop = ?
                        """, without(somebody, sketches), AT_A_TIME, (statement, bucket) -> {
            place(statement, ledger, span, bucket);
        });
        template.batchUpdate("""
                        insert into audience_sketch (merchant_id, field, span, start, stage, shop, sketch)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (merchant_id, field, span, start, stage, shop) do update set sketch = excluded.sketch
                        """, somebody.entrySet(), AT_A_TIME, (statement, entry) -> {
            place(statement, ledger, span, entry.getKey());
            statement.setBytes(7, entry.getValue().bytes());
        });
    }

    private static List<Bucket> without(Map<Bucket, ?> somebody, Map<Bucket, ?> all) {
        return all.keySet().stream()
                .filter(bucket -> !somebody.containsKey(bucket))
                .toList();
    }

    private static void place(PreparedStatement statement, LedgerId ledger, String span, Bucket bucket)
            throws SQLException {
        statement.setString(1, ledger.merchant().value());
        statement.setShort(2, FieldCode.of(ledger.field()));
        statement.setString(3, span);
        statement.setObject(4, bucket.start().atOffset(ZoneOffset.UTC));
        statement.setString(5, bucket.stage());
        statement.setString(6, bucket.shop());
    }

    /** The people of that window by stage: all that happened there, of whatever product and at whatever touchpoint. */
    Map<String, AudienceSketch> of(LedgerId ledger, Window window) {
        var people = new HashMap<String, AudienceSketch>();
        var firstDay = ceiling(window.from());
        var lastDay = window.to().truncatedTo(ChronoUnit.DAYS);
        if (firstDay.isBefore(lastDay)) {
            read(ledger, QUARTER_HOUR, window, window.from(), firstDay, people);
            read(ledger, DAY, window, firstDay, lastDay, people);
            read(ledger, QUARTER_HOUR, window, lastDay, window.to(), people);
        } else {
            read(ledger, QUARTER_HOUR, window, window.from(), window.to(), people);
        }
        return people;
    }

    private static Instant ceiling(Instant moment) {
        return moment.plus(Duration.ofDays(1)).minusNanos(1).truncatedTo(ChronoUnit.DAYS);
    }

    private void read(
            LedgerId ledger, String span, Window window, Instant from, Instant to, Map<String, AudienceSketch> people) {
        if (!from.isBefore(to)) {
            return;
        }
        OfLedger.sql(jdbc, ledger, """
                        select stage, sketch from audience_sketch
                        where merchant_id = :merchant and field = :field and span = :span
                            and start >= :from and start < :to and (:shop::text is null or shop = :shop)
                        """)
                .param("span", span)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("shop", window.shop())
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    people.merge(
                            row.getString("stage"), AudienceSketch.of(row.getBytes("sketch")), AudienceSketch::union);
                });
    }
}
