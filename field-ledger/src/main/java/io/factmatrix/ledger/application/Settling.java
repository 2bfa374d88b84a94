package io.factmatrix.ledger.application;

import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Ledgers;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Claims;
import io.factmatrix.ledger.domain.settlement.Cursor;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.Feeds;
import io.factmatrix.ledger.domain.settlement.FirstPurchase;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.domain.settlement.Part;
import io.factmatrix.ledger.domain.settlement.Settlements;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Brings a ledger's figures up to what the merchant's ledgers, itself among them, have recorded. Each step takes one part of a
 * feed in, in one transaction with the cursor behind it: once, whoever else does the same, and wherever it breaks off. A part
 * that does not begin where the ledger stands is left alone. Blocking.
 */
public final class Settling {

    /** Entries of a part: the ledger is held as long as it takes. */
    public static final int PART = 5_000;

    private final Ledgers ledgers;
    private final Settlements settlements;
    private final Feeds feeds;
    private final MerchantTransactions transactions;

    public Settling(Ledgers ledgers, Settlements settlements, Feeds feeds, MerchantTransactions transactions) {
        this.ledgers = ledgers;
        this.settlements = settlements;
        this.feeds = feeds;
        this.transactions = transactions;
    }

    /** All ledgers that hold anything. */
    public List<LedgerId> kept() {
        return settlements.kept();
    }

    /** How many refunds of all merchants wait for their lines. */
    long parked() {
        return settlements.parked();
    }

    /** How far the ledger has taken in that feed; empty while it holds nothing that could be settled. */
    public Optional<Cursor> cursor(LedgerId ledger, Field source, Feed feed) {
        return transactions.read(ledger.merchant(), () -> settlements.cursor(ledger, source, feed));
    }

    /** Takes in the next of the ledger's own paid events; whether there are more. */
    public boolean takeInOwn(LedgerId ledger, Cursor from) {
        var part = transactions.read(ledger.merchant(), () -> feeds.lines(ledger, from.position(), PART));
        take(ledger, ledger.field(), Feed.LINES, from, part, () -> takeInOwn(ledger, from, part.entries()));
        return part.more();
    }

    /** Whether that gave it something to tell the others: its events always do. */
    private boolean takeInOwn(LedgerId ledger, Cursor from, List<PaidLine> lines) {
        var audiences = settlements.audiences(ledger, lines);
        var foreign = settlements.foreignOfOrders(ledger, orders(lines));
        if (!foreign.isEmpty()) {
            var keys = foreign.stream().map(Claims::key).collect(Collectors.toSet());
            var claims = claims(ledger, orders(lines), from, foreign);
            for (var line : lines) {
                var event = line.event(ledger.field());
                if (keys.contains(Claims.key(event))) {
                    claims.takeIn(event);
                }
            }
            var changes = claims.changes();
            settlements.keepClaims(ledger, changes);
            audiences.addAll(changes.audiences());
        }
        settlements.findFirsts(ledger, audiences);
        return true;
    }

    /**
     * Takes in a part of another field's {@link Feed#LINES} or {@link Feed#SHARED}; whether the ledger has something to tell the
     * others after that.
     */
    public boolean takeIn(LedgerId ledger, Field source, Feed feed, Cursor from, Part<PaidLine> part) {
        return take(ledger, source, feed, from, part, () -> takeIn(ledger, source, part.entries()));
    }

    private boolean takeIn(LedgerId ledger, Field source, List<PaidLine> lines) {
        var foreign = settlements.foreignOfOrders(ledger, orders(lines));
        var known = foreign.stream()
                .filter(event -> event.field() == source)
                .map(Event::id)
                .collect(Collectors.toSet());
        var unseen = lines.stream().filter(line -> !known.contains(line.id())).toList();
        var own = settlements.cursor(ledger, ledger.field(), Feed.LINES).orElse(Cursor.START);
        var claims = claims(ledger, orders(lines), own, foreign);
        unseen.forEach(line -> claims.takeIn(line.event(source)));
        settlements.takeInLines(ledger, source, unseen);
        var changes = claims.changes();
        settlements.keepClaims(ledger, changes);
        settlements.findFirsts(ledger, changes.audiences());
        return !changes.shared().isEmpty();
    }

    /** Takes in a part of another field's {@link Feed#FIRSTS}. */
    public void takeInFirsts(LedgerId ledger, Field source, Cursor from, Part<FirstPurchase> part) {
        take(ledger, source, Feed.FIRSTS, from, part, () -> {
            settlements.takeInFirsts(ledger, source, part.entries());
            return false;
        });
    }

    /** Whether the ledger took the part in and has something to tell the others after that, as the work says. */
    private boolean take(LedgerId ledger, Field source, Feed feed, Cursor from, Part<?> part, BooleanSupplier work) {
        var after = from.after(part);
        if (after.equals(from)) {
            return false;
        }
        return transactions.write(ledger.merchant(), () -> {
            ledgers.hold(ledger);
            if (settlements.cursor(ledger, source, feed).filter(from::equals).isEmpty()) {
                return false;
            }
            boolean tells = work.getAsBoolean();
            settlements.keep(ledger, source, feed, after);
            return tells;
        });
    }

    /**
     * @param own how far the ledger has taken in its own events
     */
    private Claims claims(LedgerId ledger, Set<String> orders, Cursor own, List<Event> foreign) {
        var recorded = settlements.ofOrders(ledger, orders);
        // Nothing can be claimed of an order that the field does not have.
        var held =
                recorded.stream().map(fact -> Claims.key(fact.event()).order()).collect(Collectors.toSet());
        return new Claims(ledger.field(), recorded, own.position(), foreign, settlements.outclaimed(ledger, held));
    }

    private static Set<String> orders(List<PaidLine> lines) {
        return lines.stream().map(PaidLine::order).collect(Collectors.toSet());
    }
}
