package io.factmatrix.campaign.store;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.CampaignFilter;
import io.factmatrix.campaign.domain.campaign.CampaignState;
import io.factmatrix.campaign.domain.campaign.Campaigns;
import io.factmatrix.campaign.domain.guard.MerchantRules;
import io.factmatrix.campaign.domain.guard.ProductLimits;
import io.factmatrix.campaign.domain.offer.Offer;
import io.factmatrix.campaign.domain.offer.OfferState;
import io.factmatrix.campaign.domain.offer.Offers;
import io.factmatrix.campaign.domain.promise.CampaignPromises;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.plan.domain.KeptPromises;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.Rulebook;
import io.factmatrix.plan.domain.Rulebooks;
import io.factmatrix.plan.domain.Span;
import io.factmatrix.plan.domain.calendar.Calendar;
import io.factmatrix.plan.domain.calendar.CalendarEntry;
import io.factmatrix.plan.domain.calendar.EntryKind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What offers and campaigns promise and plan, and what all promises are judged by. */
public final class PostgresPlans implements KeptPromises, Calendar, Rulebooks {

    private final Campaigns campaigns;
    private final Offers offers;
    private final MerchantRules rules;
    private final ProductLimits limits;

    public PostgresPlans(Campaigns campaigns, Offers offers, MerchantRules rules, ProductLimits limits) {
        this.campaigns = campaigns;
        this.offers = offers;
        this.rules = rules;
        this.limits = limits;
    }

    @Override
    public List<Promise> list(MerchantId merchant, Look look, String from, int sources) {
        var open = offers.planned(merchant, OfferState.OPEN, look.products(), look.span(), from, sources).stream()
                .flatMap(offer -> CampaignPromises.of(offer).stream());
        var bursts = campaigns(merchant, look.span()).stream()
                .flatMap(campaign -> CampaignPromises.of(campaign).stream())
                .filter(burst -> look.covers(burst) && id(burst).compareTo(from) >= 0);
        return Stream.concat(open, bursts)
                .collect(Collectors.groupingBy(PostgresPlans::id, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .limit(sources)
                .flatMap(List::stream)
                .toList();
    }

    private static String id(Promise promise) {
        return Objects.requireNonNull(promise.source().id());
    }

    /** Some dozens a year: all of that time are read. */
    private List<Campaign> campaigns(MerchantId merchant, @Nullable Span span) {
        var filter =
                new CampaignFilter(null, null, span == null ? null : span.start(), span == null ? null : span.end());
        return campaigns.list(merchant, filter, null, Integer.MAX_VALUE);
    }

    @Override
    public List<CalendarEntry> entries(MerchantId merchant, Span span) {
        var phases = campaigns(merchant, span).stream()
                .filter(campaign -> campaign.state() != CampaignState.CANCELLED)
                .flatMap(campaign -> phases(campaign, span));
        var sold = offers.planned(merchant, null, null, span, "", Integer.MAX_VALUE).stream()
                .map(PostgresPlans::entry);
        return Stream.concat(phases, sold)
                .sorted(Comparator.comparing(CalendarEntry::start))
                .toList();
    }

    private static Stream<CalendarEntry> phases(Campaign campaign, Span span) {
        return campaign.plan().phases().stream()
                .filter(phase -> new Span(phase.start(), phase.end()).overlaps(span))
                .map(phase -> new CalendarEntry(
                        EntryKind.CAMPAIGN_PHASE,
                        campaign.id().value(),
                        phase.name().word(),
                        "%s: %s".formatted(campaign.plan().name(), phase.name().word()),
                        phase.start(),
                        phase.end(),
                        campaign.state().word(),
                        campaign.state() == CampaignState.DRAFT));
    }

    private static CalendarEntry entry(Offer offer) {
        var terms = offer.terms();
        return new CalendarEntry(
                EntryKind.OFFER,
                offer.id().value(),
                "",
                terms.product(),
                terms.start(),
                terms.end(),
                offer.state().word(),
                offer.state() == OfferState.DRAFT);
    }

    @Override
    public Optional<Rulebook> find(MerchantId merchant, @Nullable List<String> products) {
        return Optional.of(new Rulebook(rules.find(merchant).rules(), limits.of(merchant, products)));
    }
}
