package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Ledgers;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.decision.Batch;
import io.factmatrix.ledger.domain.decision.Known;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ledgers in PostgreSQL. Many facts are handed over by binary COPY into a temporary table and inserted from there: a table under
 * row-level security takes no COPY itself, and so the policy judges every row.
 */
public final class PostgresLedgers implements Ledgers {

    /** Facts from which on a COPY is cheaper than an insert of each: it costs the emptying of a table at the commit. */
    private static final int MANY = 200;

    private static final String INSERT = "insert into event (%s) values (%s)"
            .formatted(EventRow.COLUMNS, String.join(", ", Collections.nCopies(EventRow.COUNT, "?")));

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final KnownEvents knownEvents;
    private final Rollups rollups;
    private final States states;

    public PostgresLedgers(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.knownEvents = new KnownEvents(jdbc);
        this.rollups = new Rollups(template);
        this.states = new States(jdbc);
    }

    @Override
    public Held hold(LedgerId ledger) {
        return lock(ledger).orElseGet(() -> {
            begin(ledger);
            return lock(ledger).orElseThrow();
        });
    }

    @Override
    public boolean seal(LedgerId ledger, Instant moment) {
        return isSealed(ledger, moment) || sealNow(hold(ledger), moment);
    }

    /** Whatever comes is recorded later than what is there; without the lock, since that stays true. */
    private boolean isSealed(LedgerId ledger, Instant moment) {
        return OfLedger.sql(jdbc, ledger, """
                        select coalesce(greatest(recorded_at, sealed) >= :moment, false) from ledger
                        where merchant_id = :merchant and field = :field
                        """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private boolean sealNow(Held held, Instant moment) {
        // As recordedAt is given: a fraction of a millisecond later is not later.
        if (!held.now().truncatedTo(ChronoUnit.MILLIS).isAfter(moment)) {
            return false;
        }
        OfLedger.sql(jdbc, held.ledger(), """
                        update ledger set sealed = greatest(sealed, :moment)
                        where merchant_id = :merchant and field = :field
                        """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    /** As if the last event had been recorded when the ledger was sealed: the next one is recorded later. */
    private Optional<Held> lock(LedgerId ledger) {
        return OfLedger.sql(jdbc, ledger, """
                        select watermark, greatest(recorded_at, sealed) as recorded_at, settlement, contested,
                            clock_timestamp() as now
                        from ledger
                        where merchant_id = :merchant and field = :field for update
                        """)
                .query((row, number) -> {
                    return new Held(
                            ledger,
                            PostgresFigures.position(row),
                            row.getBoolean("contested"),
                            EventRow.time(row, "now"));
                })
                .optional();
    }

    private void begin(LedgerId ledger) {
        OfLedger.sql(jdbc, ledger, """
                        insert into ledger (merchant_id, field, watermark) values (:merchant, :field, 0)
                        on conflict do nothing
                        """).update();
    }

    @Override
    public Known known(Held held, List<Event> events) {
        return knownEvents.to(held, events);
    }

    @Override
    public void keep(Held held, Position after, Batch.Changes changes) {
        if (changes.facts().isEmpty()) {
            return;
        }
        try {
            append(held, after, changes.facts());
        } catch (DuplicateKeyException unseen) {
            knownEvents.forget(held.ledger());
            throw unseen;
        }
        rollups.add(held.ledger(), changes.rollup());
        states.keep(held.ledger(), changes.states());
        advance(held.ledger(), after);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                knownEvents.kept(held, changes, after.watermark());
            }
        });
    }

    private void append(Held held, Position after, List<Event> events) {
        var facts = new ArrayList<Fact>(events.size());
        long watermark = held.position().watermark();
        var recordedAt = Objects.requireNonNull(after.recordedAt());
        for (var event : events) {
            facts.add(new Fact(event, ++watermark, recordedAt));
        }
        if (facts.size() < MANY) {
            insert(held.ledger(), facts);
        } else {
            copy(held.ledger(), facts);
        }
    }

    private void insert(LedgerId ledger, List<Fact> facts) {
        template.batchUpdate(INSERT, facts, facts.size(), (statement, fact) -> {
            EventRow.write(new InsertRow(statement), ledger, fact);
        });
    }

    private void copy(LedgerId ledger, List<Fact> facts) {
        var copy = new CopyBuffer();
        for (var fact : facts) {
            EventRow.write(copy.row(EventRow.COUNT), ledger, fact);
        }
        template.execute("create temporary table if not exists incoming (like event) on commit delete rows");
        template.execute((Connection connection) -> copyIn(connection, copy));
        template.update("insert into event (%s) select %s from incoming".formatted(EventRow.COLUMNS, EventRow.COLUMNS));
    }

    private static Long copyIn(Connection connection, CopyBuffer rows) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy incoming (%s) from stdin (format binary)".formatted(EventRow.COLUMNS));
        try {
            var bytes = rows.finished();
            copy.writeToCopy(bytes, 0, bytes.length);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void advance(LedgerId ledger, Position after) {
        OfLedger.sql(jdbc, ledger, """
                        update ledger set watermark = :watermark, recorded_at = :recordedAt
                        where merchant_id = :merchant and field = :field
                        """)
                .param("watermark", after.watermark())
                .param("recordedAt", Objects.requireNonNull(after.recordedAt()).atOffset(ZoneOffset.UTC))
                .update();
    }
}
