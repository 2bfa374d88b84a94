package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.SalesQuestion;
import io.factmatrix.ledger.domain.selection.SelectedTime;
import io.factmatrix.ledger.domain.selection.Selection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the fields are asked for a report on one campaign: its own and what it assists, from 8 weeks before it to 14 days after; and what it shares with others. */
public final class CampaignQuestion {

    private final Campaign campaign;
    private final CampaignTime time;
    private final List<Campaign> others;
    private final List<Overlap> overlaps;
    private final Currency currency;

    private CampaignQuestion(Campaign campaign, CampaignTime time, List<Campaign> others, Currency currency) {
        this.campaign = campaign;
        this.time = time;
        this.others = others;
        this.currency = currency;
        this.overlaps = Overlap.of(campaign, time, others);
    }

    /**
     * 409 {@code campaign.incomplete} when it has no phase.
     *
     * @param all campaigns of {@link #period}, that one perhaps among them
     * @param currency null: that of all its money, or CNY where it has none
     */
    public static CampaignQuestion of(
            Campaign campaign, List<Campaign> all, ZoneId zone, @Nullable Currency currency, Instant now) {
        var others = all.stream()
                .filter(other -> !other.id().equals(campaign.id()) && !other.isCancelled())
                .filter(other -> !other.phases().isEmpty())
                .toList();
        return new CampaignQuestion(
                campaign,
                CampaignTime.of(campaign, zone, now),
                others,
                Objects.requireNonNullElse(currency, campaign.currency()));
    }

    /** All that a report on it looks at. 409 {@code campaign.incomplete} when it has no phase. */
    public static Period period(Campaign campaign, ZoneId zone, Instant now) {
        var time = CampaignTime.of(campaign, zone, now);
        return new Period(time.earliest(), time.latest(), zone);
    }

    Campaign campaign() {
        return campaign;
    }

    Currency currency() {
        return currency;
    }

    CampaignTime time() {
        return time;
    }

    List<Campaign> others() {
        return others;
    }

    List<Overlap> overlaps() {
        return overlaps;
    }

    /** The same as of a view. */
    public Question question() {
        var period = new Period(time.earliest(), time.latest(), time.zone());
        return new Question(period, currency, null, null, null, null);
    }

    /** What is asked of that field. */
    public SalesQuestion of(Field field) {
        var starts = time.starts();
        var times = new ArrayList<SelectedTime>();
        selections(field).forEach(selection -> times.add(new SelectedTime(selection, starts, time.ends())));
        overlaps.forEach(overlap -> overlap.asked(field, time.until()).ifPresent(times::add));
        return new SalesQuestion(currency.getCurrencyCode(), times);
    }

    /** Of its own field its pages, shop by shop; of the others what it assists. */
    private List<Selection> selections(Field field) {
        if (field != Field.CAMPAIGN) {
            return campaign.scope().of(field).stream().toList();
        }
        var pages = new TreeMap<String, List<String>>();
        campaign.pages()
                .forEach(page -> pages.computeIfAbsent(page.shop(), shop -> new ArrayList<>())
                        .add(page.touchpoint()));
        return pages.entrySet().stream()
                .map(shop -> new Selection(List.of(), shop.getValue(), List.of(shop.getKey())))
                .toList();
    }

    /** Whether anything of that field is the campaign's own or assisted by it. */
    boolean concerns(Field field) {
        return field == Field.CAMPAIGN || !selections(field).isEmpty();
    }

    /** What was sold of that field. */
    Sold sold(FieldSales answer) {
        return Sold.of(answer.sales().subList(0, selections(answer.field()).size()).stream()
                .flatMap(List::stream)
                .toList());
    }

    /** What was sold of that field while both campaigns were; empty when that was not asked for. */
    Optional<Sold> shared(FieldSales answer, Overlap overlap) {
        int place = selections(answer.field()).size();
        for (var earlier : overlaps) {
            boolean asked = earlier.asked(answer.field(), time.until()).isPresent();
            if (earlier.equals(overlap)) {
                return asked ? Optional.of(Sold.of(answer.sales().get(place))) : Optional.empty();
            }
            place += asked ? 1 : 0;
        }
        throw new IllegalArgumentException("No overlap of this campaign: " + overlap);
    }
}
