package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.commission.Commission;
import io.factmatrix.creator.domain.commission.CreatorTotals;
import io.factmatrix.creator.domain.commission.Deal;
import io.factmatrix.creator.domain.commission.DealFilter;
import io.factmatrix.creator.domain.commission.Deals;
import io.factmatrix.creator.domain.commission.Reckoning;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import io.factmatrix.ledger.domain.touchpoint.CountedLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what creators' content earns, each answer inside one transaction of the merchant. */
public final class CommissionDesk {

    /** Behind any moment that an event may have. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final Deals deals;
    private final CountedLines lines;

    public CommissionDesk(Deals deals, CountedLines lines) {
        this.deals = deals;
        this.lines = lines;
    }

    /**
     * The paid lines of a time, and what becomes of each: at most so many, in the order of their places.
     *
     * @param filter whose; {@link DealFilter#ALL} for those, too, that are the content of nobody
     * @param after only those behind it; null for all
     */
    public List<Commission> lines(
            MerchantId merchant,
            DealFilter filter,
            Instant from,
            Instant to,
            CountedLine.@Nullable Place after,
            int limit) {
        var ledger = ledger(merchant);
        var touchpoints = filter.equals(DealFilter.ALL) ? null : touchpoints(deals.find(merchant, filter));
        var page = lines.page(ledger, new CountedLines.Asked(touchpoints, from, to), after, limit);
        if (page.isEmpty()) {
            return List.of();
        }
        var involved = deals.ofTouchpoints(
                merchant, page.stream().map(CountedLine::touchpoint).distinct().toList());
        var reckoning = reckonedUntil(ledger, involved, page.get(0));
        return page.stream().map(reckoning::next).toList();
    }

    /** The tiers of a page hang on what was paid in its first month before it. */
    private Reckoning reckonedUntil(LedgerId ledger, Collection<Deal> involved, CountedLine first) {
        var reckoning = new Reckoning(involved);
        // A moment's lines are in the order of their ids: those before the page may share its first moment.
        var before = new CountedLines.Asked(
                touchpoints(involved),
                Reckoning.start(first.occurredAt(), involved),
                first.occurredAt().plusMillis(1));
        lines.read(ledger, before, line -> {
            if (line.place().isBefore(first.place())) {
                reckoning.next(line);
            }
        });
        return reckoning;
    }

    /** What creators earned in a time, in one currency: at most so many of those who take part in anything, in the order of their ids, after that one. */
    public List<CreatorTotals> totals(
            MerchantId merchant, Instant from, Instant to, String currency, @Nullable CreatorId after, int limit) {
        var totals = new LinkedHashMap<CreatorId, CreatorTotals>();
        deals.creators(merchant, after, limit)
                .forEach(creator -> totals.put(creator, new CreatorTotals(creator, currency)));
        var theirs = deals.find(merchant, new DealFilter(totals.keySet(), null, null));
        reckon(merchant, theirs, from, to, commission -> {
            var deal = commission.deal();
            if (deal != null && commission.line().currency().equals(currency)) {
                Objects.requireNonNull(totals.get(deal.creator())).add(commission);
            }
        });
        return new ArrayList<>(totals.values());
    }

    /** What becomes of each line of these deals in that time, in the order of their places. */
    void reckon(
            MerchantId merchant, Collection<Deal> theirs, Instant from, Instant to, Consumer<Commission> commissions) {
        var reckoning = new Reckoning(theirs);
        var asked = new CountedLines.Asked(touchpoints(theirs), Reckoning.start(from, theirs), to);
        lines.read(ledger(merchant), asked, line -> {
            var commission = reckoning.next(line);
            if (!line.occurredAt().isBefore(from)) {
                commissions.accept(commission);
            }
        });
    }

    /** The same over all time. */
    void reckonAll(MerchantId merchant, Collection<Deal> theirs, Consumer<Commission> commissions) {
        reckon(merchant, theirs, Instant.EPOCH, FAR, commissions);
    }

    static List<String> touchpoints(Collection<Deal> deals) {
        return deals.stream().flatMap(deal -> deal.touchpoints().stream()).toList();
    }

    static LedgerId ledger(MerchantId merchant) {
        return new LedgerId(merchant, Field.CREATOR);
    }
}
