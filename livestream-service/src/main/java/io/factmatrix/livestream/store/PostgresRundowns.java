package io.factmatrix.livestream.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.revision.Revision;
import io.factmatrix.kit.store.Row;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.livestream.domain.rundown.Line;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.LineId;
import io.factmatrix.livestream.domain.rundown.Rundown;
import io.factmatrix.livestream.domain.rundown.Rundowns;
import io.factmatrix.livestream.domain.rundown.Segment;
import io.factmatrix.livestream.domain.session.Asset;
import io.factmatrix.livestream.domain.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** Rundowns in PostgreSQL: a row each, and a row for each line. */
public final class PostgresRundowns implements Rundowns {

    private final JdbcClient jdbc;
    private final Json json;

    public PostgresRundowns(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = JdbcClient.create(jdbc);
        this.json = new Json(json);
    }

    @Override
    public Optional<Rundown> find(MerchantId merchant, SessionId session) {
        return jdbc.sql("select * from rundown where merchant_id = :merchant and session_id = :session")
                .param("merchant", merchant.value())
                .param("session", session.value())
                .query((row, number) -> new Rundown(session, new Row(row).version(), lines(merchant, session)))
                .optional();
    }

    private List<Line> lines(MerchantId merchant, SessionId session) {
        return jdbc.sql("""
                        select * from rundown_line where merchant_id = :merchant and session_id = :session order by rank
                        """)
                .param("merchant", merchant.value())
                .param("session", session.value())
                .query(this::line)
                .list();
    }

    @Override
    public void add(MerchantId merchant, Rundown rundown) {
        versioned(merchant, rundown, """
                insert into rundown (merchant_id, session_id, revision, created_at, changed_at)
                values (:merchant, :session, :revision, :createdAt, :changedAt)
                """).update();
        rundown.lines().forEach(line -> put(merchant, rundown.session(), line));
    }

    @Override
    public void replace(MerchantId merchant, Rundown before, Rundown after) {
        versioned(merchant, after, """
                update rundown set revision = :revision, created_at = :createdAt, changed_at = :changedAt
                where merchant_id = :merchant and session_id = :session
                """).update();
        var left = before.lines().stream().collect(Collectors.toMap(Line::id, Function.identity()));
        for (var line : after.lines()) {
            if (!line.equals(left.remove(line.id()))) {
                put(merchant, after.session(), line);
            }
        }
        remove(merchant, after.session(), left);
    }

    private JdbcClient.StatementSpec versioned(MerchantId merchant, Rundown rundown, String sql) {
        return jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param("session", rundown.session().value())
                .param("revision", rundown.version().revision().number())
                .param("createdAt", rundown.version().createdAt().atOffset(ZoneOffset.UTC))
                .param("changedAt", rundown.version().changedAt().atOffset(ZoneOffset.UTC));
    }

    private void put(MerchantId merchant, SessionId session, Line line) {
        var content = line.content();
        jdbc.sql("""
                        insert into rundown_line (merchant_id, session_id, line_id, rank, product, title,
                            price, price_currency, list_price, list_price_currency, stock, segments, assets, revision)
                        values (:merchant, :session, :line, :rank, :product, :title,
                            :price, :priceCurrency, :listPrice, :listPriceCurrency, :stock, :segments, :assets, :revision)
                        on conflict (merchant_id, session_id, line_id) do update set
                            rank = excluded.rank, product = excluded.product, title = excluded.title, price = excluded.price,
                            price_currency = excluded.price_currency, list_price = excluded.list_price,
                            list_price_currency = excluded.list_price_currency, stock = excluded.stock,
                            segments = excluded.segments, assets = excluded.assets, revision = excluded.revision
                        """)
                .param("merchant", merchant.value())
                .param("session", session.value())
                .param("line", line.id().value())
                .param("rank", line.rank())
                .param("product", content.product())
                .param("title", content.title())
                .param("price", minor(content.price()))
                .param("priceCurrency", currency(content.price()))
                .param("listPrice", minor(content.listPrice()))
                .param("listPriceCurrency", currency(content.listPrice()))
                .param("stock", content.stock())
                .param(
                        "segments",
                        json.column(content.segments().stream()
                                .map(Segment::members)
                                .toList()))
                .param(
                        "assets",
                        json.column(
                                content.assets().stream().map(Asset::members).toList()))
                .param("revision", line.revision().number())
                .update();
    }

    private void remove(MerchantId merchant, SessionId session, Map<LineId, Line> lines) {
        for (var line : lines.keySet()) {
            jdbc.sql("""
                            delete from rundown_line
                            where merchant_id = :merchant and session_id = :session and line_id = :line
                            """)
                    .param("merchant", merchant.value())
                    .param("session", session.value())
                    .param("line", line.value())
                    .update();
        }
    }

    private Line line(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        var content = new LineContent(
                row.optionalText("product"),
                row.optionalText("title"),
                money(row, "price"),
                money(row, "list_price"),
                row.optionalNumber("stock"),
                json.segments(row.text("segments")),
                json.assets(row.text("assets")));
        return new Line(
                new LineId(row.text("line_id")), row.number("rank"), content, new Revision(row.number("revision")));
    }

    private static @Nullable Money money(Row row, String column) throws SQLException {
        var currency = row.optionalText(column + "_currency");
        return currency == null ? null : new Money(row.number(column), currency);
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency();
    }
}
