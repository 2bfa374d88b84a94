package io.factmatrix.creator.store;

import io.factmatrix.creator.domain.collaboration.CollaborationState;
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

/** When collaborations go on, and by when something is waited for: samples, content, outreaches in the states that they are in. */
public final class AllianceCalendar implements Calendar {

    private final JdbcClient jdbc;

    public AllianceCalendar(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public List<CalendarEntry> entries(MerchantId merchant, Span span) {
        return jdbc.sql("""
                        select kind, id, title, start_at, end_at, state from (
                            select 'outreach-due' as kind, outreach_id as id, name || ': ' || outreach.state as title,
                                due_at as start_at, null::timestamptz as end_at, outreach.state as state
                            from outreach join creator using (merchant_id, creator_id)
                            where merchant_id = :merchant and due_at >= :start and due_at < :end
                            union all
                            select 'sample-due', participation_id, name, sample_awaited_by, null, 'awaited'
                            from participation join creator using (merchant_id, creator_id)
                            where merchant_id = :merchant and sample_awaited_by >= :start and sample_awaited_by < :end
                            union all
                            select 'content-due', participation_id, name, content_awaited_by, null, 'awaited'
                            from participation join creator using (merchant_id, creator_id)
                            where merchant_id = :merchant and content_awaited_by >= :start and content_awaited_by < :end
                            union all
                            select 'collaboration', collaboration_id, terms ->> 'name',
                                (terms -> 'window' ->> 'start')::timestamptz, (terms -> 'window' ->> 'end')::timestamptz, state
                            from collaboration
                            where merchant_id = :merchant and state <> 'cancelled'
                                and (terms -> 'window' ->> 'start')::timestamptz < :end
                                and (terms -> 'window' ->> 'end')::timestamptz > :start) as entry
                        order by start_at, kind, id
                        """)
                .param("merchant", merchant.value())
                .param("start", span.start().atOffset(ZoneOffset.UTC))
                .param("end", span.end().atOffset(ZoneOffset.UTC))
                .query(this::entry)
                .list();
    }

    private CalendarEntry entry(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        var state = row.text("state");
        return new CalendarEntry(
                row.word("kind", EntryKind.class),
                row.text("id"),
                "",
                row.text("title"),
                row.instant("start_at"),
                row.optionalInstant("end_at"),
                state,
                state.equals(CollaborationState.DRAFT.word()));
    }
}
