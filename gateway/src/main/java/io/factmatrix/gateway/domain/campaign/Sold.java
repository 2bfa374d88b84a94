package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.ledger.domain.rollup.QuarterHour;
import io.factmatrix.ledger.domain.selection.PieceSales;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/** What was sold, piece by piece of time; nothing where there is no piece. Pieces of several selections may begin at the same moment. */
final class Sold {

    private final TreeMap<Long, PieceSales> pieces = new TreeMap<>();

    static Sold of(Collection<PieceSales> pieces) {
        var sold = new Sold();
        pieces.forEach(sold::add);
        return sold;
    }

    private void add(PieceSales piece) {
        pieces.merge(piece.start(), piece, Sold::plus);
    }

    private static PieceSales plus(PieceSales one, PieceSales other) {
        return new PieceSales(
                one.start(),
                one.gmv().add(other.gmv()),
                one.refunds().add(other.refunds()),
                one.refundsOfPeriod().add(other.refundsOfPeriod()),
                one.units().add(other.units()));
    }

    /** Both together. */
    Sold plus(Sold other) {
        var both = of(pieces.values());
        other.pieces.values().forEach(both::add);
        return both;
    }

    /** In minor units, of the pieces that begin in that time; nothing when it ends before it begins, as a part of a day does that the clock leaves out on another. */
    BigInteger of(Measure measure, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return BigInteger.ZERO;
        }
        return pieces.subMap(QuarterHour.of(from).number(), QuarterHour.of(to).number()).values().stream()
                .map(measure::of)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
