package io.factmatrix.ledger.domain.history;

import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.SumsOfWindow;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.order.Order;
import io.factmatrix.ledger.domain.order.SharedOrder;
import io.factmatrix.ledger.domain.rollup.Rollup;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The figures of a window, summed anew from facts instead of from the rollups. */
public final class Replay {

    private final Window window;
    private final Rollup rollup = new Rollup();
    private final Set<String> buyers = new HashSet<>();
    private final Map<String, Event> firsts = new HashMap<>();

    public Replay(Window window) {
        this.window = window;
    }

    /** Takes in traffic, a cost or a ticket. */
    public void add(Event counted) {
        rollup.apply(counted, 1);
    }

    /** Takes in an order that has something in the window, as it was. */
    public void add(SharedOrder order) {
        order.addTo(rollup, 1);
        for (var line : order.counted()) {
            if (line.audience() != null && window.covers(line.occurredAt())) {
                firsts.merge(line.audience(), line, BinaryOperator.minBy(Order.EARLIEST));
                if (isOfBuyer(line)) {
                    buyers.add(line.audience());
                }
            }
        }
    }

    private boolean isOfBuyer(Event line) {
        return window.covers(line)
                && ((OrderPaid) line.content()).amount().currency().equals(window.currency());
    }

    /** The earliest purchase in the time of the window, in whatever currency, of each person for whom it lies in the window. */
    public Collection<Purchase> firsts() {
        return firsts.values().stream().filter(window::covers).map(Purchase::of).toList();
    }

    /**
     * The sums of what was taken in.
     *
     * @param newBuyers those of {@link #firsts} who never bought earlier, anywhere; null when not all could be asked
     */
    public Figures figures(@Nullable BigInteger newBuyers) {
        var sums = new SumsOfWindow(window.currency());
        sums.add(rollup, window);
        var people = new AudienceSketch.Gathering();
        buyers.forEach(people::add);
        return sums.figures(newBuyers, Buyers.counted(buyers.size(), people.sketch()));
    }
}
