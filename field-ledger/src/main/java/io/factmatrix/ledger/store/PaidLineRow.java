package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.settlement.PaidLine;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A paid event as a row of {@code event} or {@code foreign_line}: these columns are alike in both. */
final class PaidLineRow {

    static final String COLUMNS = "watermark, recorded_at, event_id, replaces, shop, touchpoint, product, audience,"
            + " occurred_at, order_id, line, quantity, amount, currency, sample";

    private PaidLineRow() {}

    static PaidLine read(ResultSet row) throws SQLException {
        return new PaidLine(
                row.getLong("watermark"),
                EventRow.time(row, "recorded_at"),
                row.getString("event_id"),
                row.getString("replaces"),
                row.getString("shop"),
                row.getString("touchpoint"),
                row.getString("product"),
                row.getString("audience"),
                EventRow.time(row, "occurred_at"),
                row.getString("order_id"),
                row.getString("line"),
                row.getLong("quantity"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getBoolean("sample"));
    }
}
