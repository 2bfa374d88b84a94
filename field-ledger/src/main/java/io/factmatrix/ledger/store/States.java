package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.State;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The states of the events that are not simply counted. */
final class States {

    private final JdbcClient jdbc;

    States(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** New states by event id; an event that is counted loses the one it had. */
    void keep(LedgerId ledger, Map<String, State> states) {
        var counted = new ArrayList<String>();
        var ids = new ArrayList<String>();
        var words = new ArrayList<String>();
        states.forEach((id, state) -> {
            if (state == State.COUNTED) {
                counted.add(id);
            } else {
                ids.add(id);
                words.add(state.word());
            }
        });
        if (!counted.isEmpty()) {
            OfLedger.sql(jdbc, ledger, """
                            delete from event_state
                            where merchant_id = :merchant and field = :field and event_id = any(:ids)
                            """)
                    .param("ids", counted.toArray(String[]::new))
                    .update();
        }
        if (!ids.isEmpty()) {
            OfLedger.sql(jdbc, ledger, """
                            insert into event_state (merchant_id, field, event_id, state)
                            select :merchant, :field, id, state
                            from unnest(:ids::text[], :states::text[]) as changed (id, state) order by id
                            on conflict (merchant_id, field, event_id) do update set state = excluded.state
                            """)
                    .param("ids", ids.toArray(String[]::new))
                    .param("states", words.toArray(String[]::new))
                    .update();
        }
    }
}
