package io.factmatrix.livestream.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.Template;
import io.factmatrix.livestream.domain.rundown.TemplateEntry;
import io.factmatrix.livestream.domain.rundown.TemplateId;
import io.factmatrix.livestream.domain.rundown.Templates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Templates of rundowns in PostgreSQL. */
public final class PostgresTemplates extends PostgresResources<TemplateId, Template> implements Templates {

    private final Json json;

    public PostgresTemplates(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "rundown_template");
        this.json = new Json(json);
    }

    @Override
    public List<TemplateEntry> list(MerchantId merchant, @Nullable TemplateId before, int limit) {
        return jdbc.sql("""
                        select rundown_template_id, name, json_array_length(lines) as lines, revision, created_at, changed_at
                        from rundown_template where merchant_id = :merchant
                            and (:before::text is null or rundown_template_id < :before)
                        order by rundown_template_id desc limit :limit
                        """)
                .param("merchant", merchant.value())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query(PostgresTemplates::entry)
                .list();
    }

    private static TemplateEntry entry(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        return new TemplateEntry(
                new TemplateId(row.text("rundown_template_id")), row.text("name"), row.number("lines"), row.version());
    }

    @Override
    protected Map<String, @Nullable Object> columns(Template template) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", template.name());
        columns.put(
                "lines",
                json.column(template.lines().stream().map(LineContent::members).toList()));
        return columns;
    }

    @Override
    protected Template read(Row row) throws SQLException {
        return new Template(
                new TemplateId(row.text("rundown_template_id")),
                row.text("name"),
                json.lines(row.text("lines")),
                row.version());
    }
}
