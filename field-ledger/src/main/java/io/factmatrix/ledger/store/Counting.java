package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.Buyers;

/** People who are read one by one, each of them once. */
final class Counting {

    private final AudienceSketch.Gathering people = new AudienceSketch.Gathering();
    private long count;

    void add(String audience) {
        people.add(audience);
        count++;
    }

    Buyers counted() {
        return Buyers.counted(count, people.sketch());
    }
}
