package io.factmatrix.ledger.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/** A row as the binds of a prepared insert. */
final class InsertRow implements Row {

    private final PreparedStatement statement;
    private int place;

    InsertRow(PreparedStatement statement) {
        this.statement = statement;
    }

    @Override
    public Row text(@Nullable String value) {
        return bind(value, Types.VARCHAR);
    }

    @Override
    public Row int2(short value) {
        return bind(value, Types.SMALLINT);
    }

    @Override
    public Row int8(@Nullable Long value) {
        return bind(value, Types.BIGINT);
    }

    @Override
    public Row bool(@Nullable Boolean value) {
        return bind(value, Types.BOOLEAN);
    }

    @Override
    public Row time(@Nullable Instant value) {
        return bind(value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    public Row int8s(@Nullable Long @Nullable [] values) {
        return bind(values, Types.ARRAY);
    }

    private Row bind(@Nullable Object value, int type) {
        try {
            if (value instanceof Long[] values) {
                statement.setArray(++place, statement.getConnection().createArrayOf("int8", values));
            } else {
                statement.setObject(++place, value, type);
            }
            return this;
        } catch (SQLException broken) {
            throw new UncategorizedSQLException("bind", null, broken);
        }
    }
}
