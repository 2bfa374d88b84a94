package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.arrival.Arrivals;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import io.factmatrix.ledger.domain.arrival.Gap;
import io.factmatrix.ledger.domain.history.History;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for gaps by halving: watermarks have none, and {@code recorded_at} grows with them, so that between two events no gap is longer than the time between them. Only what
 * took longer than a gap that is looked for is halved further: a hundred such times are a few thousand rows by their keys, however many events there are.
 */
public final class PostgresArrivals implements Arrivals {

    private final JdbcClient jdbc;
    private final History history;

    public PostgresArrivals(JdbcTemplate template, History history) {
        this.jdbc = JdbcClient.create(template);
        this.history = history;
    }

    @Override
    public FieldArrivals before(LedgerId ledger, Instant at, Duration window, Duration longerThan) {
        var last = history.position(ledger, at);
        var recorded = last.recordedAt();
        if (recorded == null) {
            return new FieldArrivals(ledger.field(), null, null, null);
        }
        var before = history.position(ledger, recorded.minus(window));
        return OfLedger.sql(jdbc, ledger, """
                        with recursive part (low, low_at, high, high_at) as (
                            select :first::bigint, recorded_at, :last::bigint, :lastAt::timestamptz from event
                            where merchant_id = :merchant and field = :field and watermark = :first
                            union all
                            select half.low, half.low_at, half.high, half.high_at
                            from (select *, (low + high) / 2 as middle from part
                                where high > low + 1 and high_at - low_at > :longer * interval '1 millisecond') as wide
                                cross join lateral (
                                    select recorded_at from event
                                    where merchant_id = :merchant and field = :field and watermark = middle limit 1) as found
                                cross join lateral (values
                                    (wide.low, wide.low_at, middle, found.recorded_at),
                                    (middle, found.recorded_at, wide.high, wide.high_at)) as half (low, low_at, high, high_at))
                        select first_at, low_at, high_at
                        from (select min(low_at) as first_at from part) as first left join (
                            select low_at, high_at from part
                            where high = low + 1 and high_at - low_at > :longer * interval '1 millisecond'
                            order by high_at - low_at desc, low_at desc limit 1) as longest on true
                        """)
                .param("first", before.watermark() + 1)
                .param("last", last.watermark())
                .param("lastAt", recorded.atOffset(ZoneOffset.UTC))
                .param("longer", longerThan.toMillis())
                .query((row, number) ->
                        new FieldArrivals(ledger.field(), EventRow.time(row, "first_at"), recorded, gap(row)))
                .single();
    }

    private static @Nullable Gap gap(ResultSet row) throws SQLException {
        return row.getObject("low_at") == null
                ? null
                : new Gap(EventRow.time(row, "low_at"), EventRow.time(row, "high_at"));
    }
}
