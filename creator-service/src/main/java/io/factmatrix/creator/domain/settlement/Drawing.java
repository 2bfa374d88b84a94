package io.factmatrix.creator.domain.settlement;

import io.factmatrix.creator.domain.commission.Deal;
import io.factmatrix.creator.domain.commission.Reckoning;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a statement up: of each thing that the creator is owed for up to the end of the month what it comes to now, less what was stated of it before. So the
 * statements of a payee always add up to what all their lines and fees came to when the last of them was closed, whatever changed between.
 *
 * <p>It is shown all lines of the deals up to the end of the month, in the order of their places.
 */
public final class Drawing {

    private final Statement statement;
    private final Reckoning reckoning;
    private final Map<EntryKey, Long> stated;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param deals of the creator, in whatever currency
     * @param stated before, of each thing
     */
    public Drawing(Statement statement, Collection<Deal> deals, Map<EntryKey, Long> stated) {
        this.statement = statement;
        this.stated = new HashMap<>(stated);
        this.reckoning = new Reckoning(deals);
        deals.forEach(this::addFee);
    }

    private void addFee(Deal deal) {
        var linked = deal.contentLinkedAt();
        var key = EntryKey.fee(deal.participation());
        deal.owedFee()
                .filter(fee -> linked != null && linked.isBefore(statement.end()))
                .filter(fee -> fee.currency().equals(statement.payee().currency()))
                .filter(fee -> stated.remove(key) == null)
                .ifPresent(fee ->
                        entries.add(new Entry(key, EntryKind.FEE, null, deal.participation(), null, 0, fee.minor())));
    }

    /** The next line. */
    public void add(CountedLine line) {
        var commission = reckoning.next(line);
        var deal = commission.deal();
        var earned = commission.earned();
        if (deal == null
                || earned == null
                || !line.currency().equals(statement.payee().currency())) {
            return;
        }
        var key = EntryKey.of(line);
        var before = stated.remove(key);
        boolean isOfMonth = before == null && !line.occurredAt().isBefore(statement.start());
        long known = before == null ? 0 : before;
        long change = earned.actual() - known;
        if (isOfMonth || change != 0) {
            entries.add(new Entry(
                    key,
                    isOfMonth ? EntryKind.LINE : EntryKind.ADJUSTMENT,
                    line,
                    deal.participation(),
                    earned,
                    known,
                    change));
        }
    }

    /** All entries, when every line was shown: what was stated of others is taken back. */
    public List<Entry> entries() {
        stated.forEach((key, before) -> {
            if (before != 0) {
                entries.add(new Entry(key, EntryKind.ADJUSTMENT, null, null, null, before, -before));
            }
        });
        stated.clear();
        entries.sort(Comparator.comparing(Entry::key));
        return entries;
    }
}
