package io.factmatrix.kit.store;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.resource.Resources;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Resources in a table of their own, a row each, keyed by {@code merchant_id} and {@code <table>_id}. Besides its own columns it has {@code revision},
 * {@code created_at} and {@code changed_at}.
 */
public abstract class PostgresResources<I extends Id, T extends Resource<I>> implements Resources<I, T> {

    protected final JdbcClient jdbc;

    private final String table;
    private final String key;

    protected PostgresResources(JdbcTemplate jdbc, String table) {
        this.jdbc = JdbcClient.create(jdbc);
        this.table = table;
        this.key = table + "_id";
    }

    /**
     * What the columns of its own hold, by their names: numbers, texts, {@link Instant}, {@link Word}, {@link Id}, null, and
     * whatever JDBC takes.
     */
    protected abstract Map<String, @Nullable Object> columns(T resource);

    /** The resource of a row. */
    protected abstract T read(Row row) throws SQLException;

    @Override
    public Optional<T> find(MerchantId merchant, I id) {
        return one(merchant, id, "");
    }

    @Override
    public Optional<T> hold(MerchantId merchant, I id) {
        return one(merchant, id, " for update");
    }

    private Optional<T> one(MerchantId merchant, I id, String lock) {
        return jdbc.sql("select * from %s where merchant_id = :merchant and %s = :id%s".formatted(table, key, lock))
                .param("merchant", merchant.value())
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    @Override
    public void add(MerchantId merchant, T resource) {
        var values = values(merchant, resource);
        write(
                resource,
                values,
                "insert into %s (%s) values (%s)"
                        .formatted(
                                table,
                                String.join(", ", values.keySet()),
                                values.keySet().stream().map(":"::concat).collect(Collectors.joining(", "))));
    }

    @Override
    public void replace(MerchantId merchant, T resource) {
        var values = values(merchant, resource);
        write(
                resource,
                values,
                "update %s set %s where merchant_id = :merchant_id and %s = :%s"
                        .formatted(
                                table,
                                values.keySet().stream()
                                        .filter(column -> !column.equals("merchant_id") && !column.equals(key))
                                        .map(column -> column + " = :" + column)
                                        .collect(Collectors.joining(", ")),
                                key,
                                key));
    }

    private void write(T resource, Map<String, @Nullable Object> values, String sql) {
        try {
            jdbc.sql(sql).params(values).update();
        } catch (DuplicateKeyException twice) {
            var taken = taken(resource);
            throw taken == null ? twice : taken;
        }
    }

    /** What is answered when another of the merchant's has what only one may have; null where there is no such thing. */
    protected @Nullable ProblemException taken(T resource) {
        return null;
    }

    /**
     * At most so many of the merchant's, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    protected List<T> newest(MerchantId merchant, Conditions conditions, @Nullable I before, int limit) {
        return first(merchant, conditions.below(key, before), key + " desc", limit);
    }

    /** At most so many of the merchant's, in that order. */
    protected List<T> first(MerchantId merchant, Conditions conditions, String order, int limit) {
        return jdbc.sql("select * from %s where merchant_id = :merchant%s order by %s limit :limit"
                        .formatted(table, conditions.sql(), order))
                .param("merchant", merchant.value())
                .params(bound(conditions))
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Those of the merchant's, in no order. */
    protected List<T> all(MerchantId merchant, Conditions conditions) {
        return jdbc.sql("select * from %s where merchant_id = :merchant%s".formatted(table, conditions.sql()))
                .param("merchant", merchant.value())
                .params(bound(conditions))
                .query(this::row)
                .list();
    }

    /**
     * Those of {@code :merchant} that a condition of its own is true of.
     *
     * @param rest of the statement behind {@code and}
     */
    protected JdbcClient.StatementSpec matching(String rest) {
        return jdbc.sql("select * from %s where merchant_id = :merchant and %s".formatted(table, rest));
    }

    /** The resource of a row of {@link #matching}. */
    protected T row(ResultSet row, int number) throws SQLException {
        return read(new Row(row));
    }

    private static Map<String, @Nullable Object> bound(Conditions conditions) {
        var binds = new LinkedHashMap<String, @Nullable Object>();
        conditions.binds().forEach((name, value) -> binds.put(name, bound(value)));
        return binds;
    }

    private Map<String, @Nullable Object> values(MerchantId merchant, T resource) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("merchant_id", merchant.value());
        values.put(key, resource.id().value());
        columns(resource).forEach((column, value) -> values.put(column, bound(value)));
        var version = resource.version();
        values.put("revision", version.revision().number());
        values.put("created_at", bound(version.createdAt()));
        values.put("changed_at", bound(version.changedAt()));
        return values;
    }

    private static @Nullable Object bound(@Nullable Object value) {
        if (value instanceof Instant time) {
            return time.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Word word) {
            return word.word();
        }
        return value instanceof Id id ? id.value() : value;
    }
}
