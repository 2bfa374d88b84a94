package io.factmatrix.livestream.store;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.livestream.domain.promise.LinePromises;
import io.factmatrix.livestream.domain.session.SessionState;
import io.factmatrix.plan.domain.KeptPromises;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.PromiseKind;
import io.factmatrix.plan.domain.Span;
import io.factmatrix.plan.domain.calendar.Calendar;
import io.factmatrix.plan.domain.calendar.CalendarEntry;
import io.factmatrix.plan.domain.calendar.EntryKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What sessions and their rundowns promise and plan, read from their tables. */
public final class PostgresPlans implements KeptPromises, Calendar {

    private static final List<String> OPEN = Arrays.stream(SessionState.values())
            .filter(SessionState::isOpen)
            .map(Word::word)
            .toList();

    private final JdbcClient jdbc;

    public PostgresPlans(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<Promise> list(MerchantId merchant, Look look, String from, int sources) {
        var products = look.products();
        var span = look.span();
        return jdbc.sql("""
                        select line_id, session_id, touchpoint, shop, product, price, price_currency, stock, starts_at, ends_at
                        from rundown_line join session using (merchant_id, session_id)
                        where merchant_id = :merchant and line_id >= :from and state in (:open)
                            and product is not null and (price is not null or stock is not null)
                            and (:everyProduct or product = any(:products))
                            and (:always or starts_at < :end and ends_at > :start)
                        order by line_id limit :sources
                        """)
                .param("merchant", merchant.value())
                .param("from", from)
                .param("open", OPEN)
                .param("everyProduct", products == null)
                .param("products", products == null ? new String[0] : products.toArray(String[]::new))
                .param("always", span == null)
                .param(
                        "start",
                        span == null ? null : span.start().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("end", span == null ? null : span.end().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sources", sources)
                .query(this::promise)
                .list();
    }

    private Promise promise(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        var currency = row.optionalText("price_currency");
        return new Promise(
                PromiseKind.GOODS,
                LinePromises.source(row.text("line_id"), row.text("session_id")),
                row.text("touchpoint"),
                row.text("shop"),
                row.text("product"),
                currency == null ? null : new Money(row.number("price"), currency),
                row.optionalNumber("stock"),
                new Span(row.instant("starts_at"), row.instant("ends_at")));
    }

    @Override
    public List<CalendarEntry> entries(MerchantId merchant, Span span) {
        return jdbc.sql("""
                        select session_id, title, starts_at, ends_at, state from session
                        where merchant_id = :merchant and state <> 'cancelled' and starts_at < :end and ends_at > :start
                        order by starts_at, session_id
                        """)
                .param("merchant", merchant.value())
                .param("start", span.start().atOffset(ZoneOffset.UTC))
                .param("end", span.end().atOffset(ZoneOffset.UTC))
                .query(this::entry)
                .list();
    }

    private CalendarEntry entry(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        var state = row.word("state", SessionState.class);
        return new CalendarEntry(
                EntryKind.SESSION,
                row.text("session_id"),
                "",
                row.text("title"),
                row.instant("starts_at"),
                row.instant("ends_at"),
                state.word(),
                state == SessionState.PLANNED);
    }
}
