package io.factmatrix.kit.store;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.revision.Revision;
import io.factmatrix.kit.revision.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table, read by the names of its columns. */
public record Row(ResultSet row) {

    public String text(String column) throws SQLException {
        return present(column, row.getString(column));
    }

    public @Nullable String optionalText(String column) throws SQLException {
        return row.getString(column);
    }

    /** Of an array. */
    public List<String> texts(String column) throws SQLException {
        var array = present(column, row.getArray(column));
        return List.of((String[]) array.getArray());
    }

    public long number(String column) throws SQLException {
        return present(column, optionalNumber(column));
    }

    public @Nullable Long optionalNumber(String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    public Instant instant(String column) throws SQLException {
        return present(column, optionalInstant(column));
    }

    public @Nullable Instant optionalInstant(String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public <E extends Enum<E> & Word> E word(String column, Class<E> constants) throws SQLException {
        return Word.of(constants, text(column)).orElseThrow();
    }

    /** From {@code revision}, {@code created_at} and {@code changed_at}. */
    public Version version() throws SQLException {
        return new Version(new Revision(number("revision")), instant("created_at"), instant("changed_at"));
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(column + " is null");
        }
        return value;
    }
}
