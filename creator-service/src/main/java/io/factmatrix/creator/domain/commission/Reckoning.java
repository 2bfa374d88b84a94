package io.factmatrix.creator.domain.commission;

import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reckons commissions line by line. A line is of the tier that its participation has come to by the lines paid before it in the same calendar month of the
 * collaboration's zone; so lines come in the order of their places, and those of a month from its beginning.
 */
public final class Reckoning {

    private final Map<String, Deal> deals = new HashMap<>();
    private final Map<Month, BigInteger> paid = new HashMap<>();

    private record Month(ParticipationId participation, YearMonth month) {}

    public Reckoning(Collection<Deal> deals) {
        deals.forEach(deal -> deal.touchpoints().forEach(touchpoint -> this.deals.put(touchpoint, deal)));
    }

    /** The next line. */
    public Commission next(CountedLine line) {
        var deal = deals.get(line.touchpoint());
        if (deal == null) {
            return new Commission(line, null, Unearned.UNLINKED, null);
        }
        var unearned = deal.unearned(line);
        if (unearned.isPresent()) {
            return new Commission(line, deal, unearned.get(), null);
        }
        var month = new Month(
                deal.participation(), month(line.occurredAt(), deal.terms().zone()));
        var before = paid.getOrDefault(month, BigInteger.ZERO);
        paid.put(month, before.add(BigInteger.valueOf(line.paid())));
        return new Commission(
                line, deal, null, Earned.of(line, deal.terms().rates().rate(line.occurredAt(), before)));
    }

    private static YearMonth month(Instant moment, ZoneId zone) {
        return YearMonth.from(moment.atZone(zone));
    }

    /** From when lines must be reckoned for the one that is paid then to be of its tier. */
    public static Instant start(Instant moment, Collection<Deal> deals) {
        return deals.stream()
                .map(deal -> deal.terms().zone())
                .distinct()
                .map(zone -> month(moment, zone).atDay(1).atStartOfDay(zone).toInstant())
                .min(Instant::compareTo)
                .orElse(moment);
    }
}
