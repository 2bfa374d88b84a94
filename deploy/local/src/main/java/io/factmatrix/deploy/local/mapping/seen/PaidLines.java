package io.factmatrix.deploy.local.mapping.seen;

import java.util.OptionalLong;

/** What can still be refunded of each order line that the file has paid, so that what the ledger would refuse is told before. */
public final class PaidLines {

    private final LongTable left = new LongTable();

    /** False when it was paid before. */
    public boolean isNew(OrderLine line) {
        return left.get(line.fingerprint()).isEmpty();
    }

    public void paid(OrderLine line, long minor) {
        left.put(line.fingerprint(), minor);
    }

    /** In minor units; empty when the file has not paid it so far. */
    public OptionalLong left(OrderLine line) {
        return left.get(line.fingerprint());
    }

    public void refunded(OrderLine line, long minor) {
        left(line).ifPresent(before -> left.put(line.fingerprint(), before - minor));
    }
}
