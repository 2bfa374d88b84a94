package io.factmatrix.gateway.domain.campaign;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A campaign as its service tells it, as far as a report needs it. */
public record Campaign(
        String id,
        String kind,
        String name,
        String state,
        List<Phase> phases,
        Goals goals,
        List<Budget> budgets,
        Scope scope,
        List<Page> pages) {

    private static final String BURST = "burst";
    private static final Currency WITHOUT_MONEY = Currency.getInstance("CNY");

    /**
     * A part of its time.
     *
     * @param end excluded
     */
    public record Phase(String phase, Instant start, Instant end) {

        boolean isBurst() {
            return phase.equals(BURST);
        }
    }

    /** What it is to bring: told here for its currency alone. */
    public record Goals(@Nullable Money gmv) {}

    /** What it may cost: told here for its currency alone. */
    public record Budget(Money amount) {}

    /** An amount of a currency. */
    public record Money(String currency) {}

    /** A page of its own. */
    public record Page(String shop, String touchpoint) {}

    /** Until when it goes, excluded. It has phases. */
    Instant end() {
        return phases.get(phases.size() - 1).end();
    }

    /** From when it goes. It has phases. */
    Instant start() {
        return phases.get(0).start();
    }

    boolean isCancelled() {
        return state.equals("cancelled");
    }

    /** The one of all its money. */
    Currency currency() {
        return Stream.concat(Stream.ofNullable(goals.gmv()), budgets.stream().map(Budget::amount))
                .findFirst()
                .map(money -> Currency.getInstance(money.currency()))
                .orElse(WITHOUT_MONEY);
    }
}
