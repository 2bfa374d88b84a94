package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.watch.Sight;
import io.factmatrix.gateway.domain.watch.Sights;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import io.factmatrix.ledger.domain.event.Field;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** A row for each thing seen, and one for each field looked at. */
public final class PostgresSights implements Sights {

    private static final TypeReference<Map<String, @Nullable Object>> DATA = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public PostgresSights(JdbcTemplate template, ObjectMapper json) {
        this.jdbc = JdbcClient.create(template);
        this.json = json;
    }

    @Override
    public List<Sight> all(MerchantId merchant, String watch) {
        return of(merchant, watch, """
                        select id, fields, data::text from webhook_sight
                        where merchant_id = :merchant and watch = :watch order by id
                        """)
                .query((row, number) -> sight(new Row(row)))
                .list();
    }

    private Sight sight(Row row) throws SQLException {
        return new Sight(row.text("id"), fields(row.texts("fields")), json.readValue(row.text("data"), DATA));
    }

    @Override
    public Set<Field> watched(MerchantId merchant, String watch) {
        return fields(of(
                        merchant,
                        watch,
                        "select field from webhook_watched where merchant_id = :merchant and watch = :watch")
                .query(String.class)
                .list());
    }

    private static Set<Field> fields(Collection<String> words) {
        return words.stream().flatMap(word -> Field.of(word).stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void keep(MerchantId merchant, String watch, List<Sight> sights) {
        for (var sight : sights) {
            of(merchant, watch, """
                            insert into webhook_sight (merchant_id, watch, id, fields, data)
                            values (:merchant, :watch, :id, :fields, :data::json)
                            on conflict (merchant_id, watch, id)
                                do update set fields = excluded.fields, data = excluded.data
                            """)
                    .param("id", sight.id())
                    .param("fields", sight.fields().stream().map(Field::word).toArray(String[]::new))
                    .param("data", json.writeValueAsString(sight.data()))
                    .update();
        }
    }

    @Override
    public void forget(MerchantId merchant, String watch, List<Sight> sights) {
        of(
                        merchant,
                        watch,
                        "delete from webhook_sight where merchant_id = :merchant and watch = :watch and id = any(:ids)")
                .param("ids", sights.stream().map(Sight::id).toArray(String[]::new))
                .update();
    }

    @Override
    public void watch(MerchantId merchant, String watch, Set<Field> fields) {
        of(merchant, watch, """
                        insert into webhook_watched (merchant_id, watch, field)
                        select :merchant, :watch, field from unnest(:fields) field on conflict do nothing
                        """)
                .param("fields", fields.stream().map(Field::word).toArray(String[]::new))
                .update();
    }

    @Override
    public void end(MerchantId merchant, String watch) {
        of(merchant, watch, "delete from webhook_sight where merchant_id = :merchant and watch = :watch")
                .update();
        of(merchant, watch, "delete from webhook_watched where merchant_id = :merchant and watch = :watch")
                .update();
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, String watch, String sql) {
        return jdbc.sql(sql).param("merchant", merchant.value()).param("watch", watch);
    }
}
