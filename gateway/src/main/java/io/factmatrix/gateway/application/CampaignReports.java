package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.campaign.Campaign;
import io.factmatrix.gateway.domain.campaign.CampaignQuestion;
import io.factmatrix.gateway.domain.campaign.CampaignReport;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.ledger.domain.selection.FieldSales;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports on campaigns, by what all fields sold: a campaign's scope is asked for anew each time, so that a change of it applies to the past at once. */
public final class CampaignReports {

    /** Of a list of campaigns with scopes of up to 80 KB each. */
    private static final int AT_ONCE = 100;

    /** Each asks five ledgers. */
    private static final int SIDE_BY_SIDE = 2;

    private final Campaigns campaigns;
    private final FieldLedgers ledgers;
    private final InstantSource clock;

    public CampaignReports(Campaigns campaigns, FieldLedgers ledgers, InstantSource clock) {
        this.campaigns = campaigns;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** Of one campaign, in its own currency where that is null: 404 {@code campaign.unknown}, 409 {@code campaign.incomplete}. */
    public Mono<CampaignReport> of(Caller caller, String id, ZoneId zone, @Nullable Currency currency) {
        return campaigns.find(caller, id).flatMap(campaign -> report(caller, campaign, zone, currency));
    }

    /** Of those that went on during that period, the newest first. */
    public Mono<Page<CampaignReport>> of(
            Caller caller, Period period, @Nullable Currency currency, int limit, @Nullable String cursor) {
        return campaigns
                .list(caller, period.start(), period.end(), limit, cursor)
                .flatMap(listed -> Flux.fromIterable(listed.items())
                        .flatMapSequential(campaign -> report(caller, campaign, period.zone(), currency), SIDE_BY_SIDE)
                        .collectList()
                        .map(reports -> new Page<>(reports, listed.nextCursor())));
    }

    private Mono<CampaignReport> report(Caller caller, Campaign campaign, ZoneId zone, @Nullable Currency currency) {
        var now = clock.instant();
        return Mono.fromCallable(() -> CampaignQuestion.period(campaign, zone, now))
                .flatMap(around -> all(caller, around))
                .map(all -> CampaignQuestion.of(campaign, all, zone, currency, now))
                .flatMap(question -> answers(question)
                        .to(caller, question.question())
                        .map(sections -> new CampaignReport(question, sections)));
    }

    private FieldAnswers<FieldSales> answers(CampaignQuestion question) {
        return new FieldAnswers<FieldSales>(
                ledgers, LastKnown.nothing(), (field, by, asked) -> ledgers.sales(field, by, question.of(field)));
    }

    private Mono<List<Campaign>> all(Caller caller, Period period) {
        return page(caller, period, null)
                .expand(page -> page.nextCursor() == null ? Mono.empty() : page(caller, period, page.nextCursor()))
                .flatMapIterable(Page::items)
                .collectList();
    }

    private Mono<Page<Campaign>> page(Caller caller, Period period, @Nullable String cursor) {
        return campaigns.list(caller, period.start(), period.end(), AT_ONCE, cursor);
    }
}
