package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.Facts;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of PostgreSQL, each with its state. */
public final class PostgresFacts implements Facts {

    private static final String STATED = "select "
            + Arrays.stream(EventRow.COLUMNS.split(", *")).map("event."::concat).collect(Collectors.joining(", "))
            + """
                    , coalesce(event_state.state, 'counted') as state
                    from event left join event_state
                        on event_state.merchant_id = event.merchant_id
                        and event_state.field = event.field
                        and event_state.event_id = event.event_id
                    where event.merchant_id = :merchant and event.field = :field
                    """;

    private final JdbcClient jdbc;

    public PostgresFacts(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public Optional<Stated> find(LedgerId ledger, String id) {
        return stated(ledger, "and event.event_id = :id")
                .param("id", id)
                .query((row, number) -> stated(ledger, row))
                .optional();
    }

    @Override
    public List<Stated> between(LedgerId ledger, long after, long through, int limit) {
        return stated(
                        ledger,
                        "and event.watermark > :after and event.watermark <= :through order by event.watermark limit :limit")
                .param("after", after)
                .param("through", through)
                .param("limit", limit)
                .query((row, number) -> stated(ledger, row))
                .list();
    }

    private JdbcClient.StatementSpec stated(LedgerId ledger, String condition) {
        return OfLedger.sql(jdbc, ledger, STATED + condition);
    }

    private static Stated stated(LedgerId ledger, ResultSet row) throws SQLException {
        return new Stated(EventRow.read(ledger.field(), row), State.of(row.getString("state")));
    }
}
