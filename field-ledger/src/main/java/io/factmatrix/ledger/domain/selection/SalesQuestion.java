package io.factmatrix.ledger.domain.selection;

import java.util.List;

/** What is asked of a field at once, of one state of its ledger. */
public record SalesQuestion(String currency, List<SelectedTime> times) {

    public SalesQuestion {
        times = List.copyOf(times);
    }
}
