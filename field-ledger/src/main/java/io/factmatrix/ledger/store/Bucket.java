package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Whose people one sketch holds.
 *
 * @param start of the quarter-hour, or of the day, UTC
 * @param stage as audience events have it
 */
record Bucket(Instant start, String stage, String shop) {

    static final Duration QUARTER_HOUR = QuarterHour.LENGTH;

    /** Of the quarter-hour that an audience event lies in. */
    static final String COLUMNS = "floor(extract(epoch from occurred_at) / 900)::bigint as quarter_hour, kind, shop";

    static Bucket read(ResultSet row) throws SQLException {
        return new Bucket(
                new QuarterHour(row.getLong("quarter_hour")).start(), row.getString("kind"), row.getString("shop"));
    }

    Bucket day() {
        return new Bucket(start.truncatedTo(ChronoUnit.DAYS), stage, shop);
    }
}
