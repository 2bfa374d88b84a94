package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.commission.DealFilter;
import io.factmatrix.creator.domain.commission.Deals;
import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.settlement.Drawing;
import io.factmatrix.creator.domain.settlement.Entry;
import io.factmatrix.creator.domain.settlement.EntryKey;
import io.factmatrix.creator.domain.settlement.Payee;
import io.factmatrix.creator.domain.settlement.Statement;
import io.factmatrix.creator.domain.settlement.StatementFilter;
import io.factmatrix.creator.domain.settlement.StatementId;
import io.factmatrix.creator.domain.settlement.StatementState;
import io.factmatrix.creator.domain.settlement.Statements;
import io.factmatrix.creator.domain.settlement.Totals;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.ledger.domain.Ledgers;
import io.factmatrix.ledger.domain.touchpoint.CountedLines;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles what creators earn, each call inside one transaction of the merchant. Whoever opens or closes a statement holds its creator. Whoever closes one
 * holds the ledger besides: while the statement is reckoned nothing is recorded and no claim moves, so that all of it is as of one watermark.
 */
public final class StatementDesk {

    private final Statements statements;
    private final Register<StatementId, Statement> register;
    private final Register<CreatorId, Creator> creators;
    private final Deals deals;
    private final CountedLines lines;
    private final Ledgers ledgers;
    private final NewIds ids;

    public StatementDesk(
            Statements statements,
            Register<StatementId, Statement> register,
            Register<CreatorId, Creator> creators,
            Deals deals,
            CountedLines lines,
            Ledgers ledgers,
            NewIds ids) {
        this.statements = statements;
        this.register = register;
        this.creators = creators;
        this.deals = deals;
        this.lines = lines;
        this.ledgers = ledgers;
        this.ids = ids;
    }

    /** 404 {@code creator.unknown}, 409 {@code statement.exists}, {@code zone.fixed}, {@code month.settled}. */
    public Statement open(Write write, Payee payee, YearMonth month, ZoneId zone) {
        creators.hold(write, payee.creator());
        for (var other : statements.of(write.merchant(), payee)) {
            requireBeside(other, month, zone);
        }
        return register.add(
                write, Statement.opened(new StatementId(ids.next(write.at())), payee, month, zone, write.at()));
    }

    private static void requireBeside(Statement other, YearMonth month, ZoneId zone) {
        if (other.month().equals(month)) {
            throw refused(
                    other,
                    "statement.exists",
                    "month: %s has %s".formatted(month, other.id()),
                    "a month without a statement");
        }
        if (!other.zone().equals(zone)) {
            throw refused(
                    other,
                    "zone.fixed",
                    "zone: " + zone,
                    "%s, as of %s, so that no two months overlap".formatted(other.zone(), other.id()));
        }
        if (other.state() == StatementState.CLOSED && other.month().isAfter(month)) {
            throw refused(
                    other,
                    "month.settled",
                    "month: " + month,
                    "one after %s, which is closed: what was not stated before it is in there"
                            .formatted(other.month()));
        }
    }

    private static ProblemException refused(Statement other, String code, String value, String expected) {
        return new ProblemException(
                409,
                code,
                "%s (expected: %s)".formatted(value, expected),
                Map.of("statement", other.id().value()));
    }

    /**
     * 404 {@code statement.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}, {@code month.running}, {@code month.open} when an earlier
     * one is not closed.
     */
    public Statement move(Write write, StatementId id, StatementState to) {
        creators.hold(write, register.find(write.merchant(), id).payee().creator());
        var held = register.hold(write, id);
        write.expects(held.version().revision());
        StatementState.TRANSITIONS.check(held.state(), to);
        held.requireOver(write.at());
        requireInOrder(write, held);
        var ledger = ledgers.hold(CommissionDesk.ledger(write.merchant()));
        var entries = drawn(write.merchant(), held);
        statements.keep(write.merchant(), held, entries);
        var closed = held.closed(ledger.position().watermark(), Totals.of(entries), write.at());
        return register.replace(write, "closed", held, closed);
    }

    private void requireInOrder(Write write, Statement held) {
        statements.of(write.merchant(), held.payee()).stream()
                .filter(other ->
                        other.state() == StatementState.OPEN && other.month().isBefore(held.month()))
                .findFirst()
                .ifPresent(earlier -> {
                    throw refused(
                            earlier,
                            "month.open",
                            "month: " + held.month(),
                            "%s first, which is still open".formatted(earlier.month()));
                });
    }

    /** All entries, as they are now. */
    private List<Entry> drawn(MerchantId merchant, Statement statement) {
        var theirs = deals.find(merchant, DealFilter.of(statement.payee().creator()));
        var drawing = new Drawing(statement, theirs, statements.stated(merchant, statement.payee()));
        var asked = new CountedLines.Asked(CommissionDesk.touchpoints(theirs), Instant.EPOCH, statement.end());
        lines.read(CommissionDesk.ledger(merchant), asked, drawing::add);
        return drawing.entries();
    }

    /** A statement, with what it comes to. 404 {@code statement.unknown}. */
    public Reckoned find(MerchantId merchant, StatementId id) {
        var statement = register.find(merchant, id);
        var closing = statement.closing();
        return new Reckoned(statement, closing == null ? Totals.of(drawn(merchant, statement)) : closing.totals());
    }

    /** A statement, and what it comes to. */
    public record Reckoned(Statement statement, Totals totals) {

        /** By the names of the API. */
        public Map<String, @Nullable Object> body() {
            return statement.body(totals);
        }
    }

    /** At most so many entries of a statement, in the order of their keys, behind that one. 404 {@code statement.unknown}. */
    public Entries entries(MerchantId merchant, StatementId id, @Nullable EntryKey after, int limit) {
        var statement = register.find(merchant, id);
        var entries = statement.state() == StatementState.CLOSED
                ? statements.entries(merchant, statement, after, limit)
                : drawn(merchant, statement).stream()
                        .filter(entry -> after == null || entry.key().compareTo(after) > 0)
                        .limit(limit)
                        .toList();
        return new Entries(statement.payee().currency(), entries);
    }

    /** Entries, and the currency of their amounts. */
    public record Entries(String currency, List<Entry> entries) {}

    /** At most so many, the newest first, made before that one. */
    public List<Statement> list(MerchantId merchant, StatementFilter filter, @Nullable StatementId before, int limit) {
        return statements.list(merchant, filter, before, limit);
    }
}
