package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.outreach.OutreachState;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import io.factmatrix.plan.domain.Span;
import io.factmatrix.plan.domain.calendar.Calendar;
import io.factmatrix.plan.domain.calendar.CalendarEntry;
import io.factmatrix.plan.domain.calendar.EntryKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By when outreaches are to leave the states that they are in. */
public final class OutreachCalendar implements Calendar {

    private final JdbcClient jdbc;

    public OutreachCalendar(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<CalendarEntry> entries(MerchantId merchant, Span span) {
        return jdbc.sql("""
                        select outreach_id, due_at, outreach.state, name
                        from outreach join creator using (merchant_id, creator_id)
                        where merchant_id = :merchant and due_at >= :start and due_at < :end
                        order by due_at, outreach_id
                        """)
                .param("merchant", merchant.value())
                .param("start", span.start().atOffset(ZoneOffset.UTC))
                .param("end", span.end().atOffset(ZoneOffset.UTC))
                .query(this::entry)
                .list();
    }

    private CalendarEntry entry(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        var state = row.word("state", OutreachState.class);
        return new CalendarEntry(
                EntryKind.OUTREACH_DUE,
                row.text("outreach_id"),
                "",
                "%s: %s".formatted(row.text("name"), state.word()),
                row.instant("due_at"),
                null,
                state.word(),
                false);
    }
}
