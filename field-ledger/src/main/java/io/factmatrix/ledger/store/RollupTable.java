package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.rollup.Cell;
import io.factmatrix.ledger.domain.rollup.Sums;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** One rollup table: adds the sums of cells to what it holds, all cells in one statement and in the order of its key. */
final class RollupTable {

    private final List<Key> keys;
    private final List<String> sums;
    private final String upsert;
    private final String upsertLarge;

    /** A part of the key behind the bucket. */
    record Key(String column, Function<Cell, String> of) {}

    RollupTable(String table, List<Key> keys, List<String> sums) {
        this.keys = keys;
        this.sums = sums;
        var columns = keys.stream().map(Key::column).toList();
        this.upsert = upsert(table, columns, sums, "bigint");
        this.upsertLarge = upsert(table, columns, sums, "numeric");
    }

    private static String upsert(String table, List<String> keys, List<String> sums, String number) {
        var keyColumns = String.join(", ", keys);
        var sumColumns = String.join(", ", sums);
        var texts = keys.stream().map(key -> "?::text[]").collect(Collectors.joining(", "));
        var numbers = sums.stream().map(sum -> "?::" + number + "[]").collect(Collectors.joining(", "));
        var added = sums.stream()
                .map(sum -> "%s = %s.%s + excluded.%s".formatted(sum, table, sum, sum))
                .collect(Collectors.joining(", "));
        return """
                insert into %s (merchant_id, field, bucket, %s, %s)
                select ?, ?, to_timestamp(bucket * 900), %s, %s
                from unnest(?::bigint[], %s, %s) as cell (bucket, %s, %s)
                on conflict (merchant_id, field, bucket, %s) do update set %s
                """.formatted(
                        table,
                        keyColumns,
                        sumColumns,
                        keyColumns,
                        sumColumns,
                        texts,
                        numbers,
                        keyColumns,
                        sumColumns,
                        keyColumns,
                        added);
    }

    void add(JdbcTemplate jdbc, LedgerId ledger, Map<Cell, Sums> change) {
        var cells = new ArrayList<>(change.entrySet());
        cells.removeIf(cell -> cell.getValue().isZero());
        // In the order of the key, so that two writers never wait for each other.
        cells.sort(Map.Entry.comparingByKey());
        if (!cells.isEmpty()) {
            jdbc.update(connection -> statement(connection, ledger, cells));
        }
    }

    private PreparedStatement statement(Connection connection, LedgerId ledger, List<Map.Entry<Cell, Sums>> cells)
            throws SQLException {
        boolean small = cells.stream().allMatch(cell -> cell.getValue().fitsLongs());
        var statement = connection.prepareStatement(small ? upsert : upsertLarge);
        statement.setString(1, ledger.merchant().value());
        statement.setShort(2, FieldCode.of(ledger.field()));
        int place = 3;
        var buckets = cells.stream().mapToLong(cell -> cell.getKey().bucket().number());
        statement.setArray(
                place++, connection.createArrayOf("int8", buckets.boxed().toArray(Long[]::new)));
        for (var key : keys) {
            var values = cells.stream().map(cell -> key.of().apply(cell.getKey()));
            statement.setArray(place++, connection.createArrayOf("text", values.toArray(String[]::new)));
        }
        for (int sum : IntStream.range(0, sums.size()).toArray()) {
            statement.setArray(place++, small ? longs(connection, cells, sum) : decimals(connection, cells, sum));
        }
        return statement;
    }

    private static Array longs(Connection connection, List<Map.Entry<Cell, Sums>> cells, int sum) throws SQLException {
        var values = cells.stream().mapToLong(cell -> cell.getValue().small(sum));
        return connection.createArrayOf("int8", values.boxed().toArray(Long[]::new));
    }

    private static Array decimals(Connection connection, List<Map.Entry<Cell, Sums>> cells, int sum)
            throws SQLException {
        var values = cells.stream().map(cell -> cell.getValue().at(sum).toString());
        return connection.createArrayOf("numeric", values.toArray(String[]::new));
    }
}
