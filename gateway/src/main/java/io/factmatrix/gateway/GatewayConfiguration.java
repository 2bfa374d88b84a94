package io.factmatrix.gateway;

import io.factmatrix.gateway.application.Breakouts;
import io.factmatrix.gateway.application.CampaignReports;
import io.factmatrix.gateway.application.Campaigns;
import io.factmatrix.gateway.application.Cockpits;
import io.factmatrix.gateway.application.DealLists;
import io.factmatrix.gateway.application.Deals;
import io.factmatrix.gateway.application.Engagements;
import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.FieldPlans;
import io.factmatrix.gateway.application.GpmChanges;
import io.factmatrix.gateway.application.Ingest;
import io.factmatrix.gateway.application.LastKnown;
import io.factmatrix.gateway.application.LensDesk;
import io.factmatrix.gateway.application.Lenses;
import io.factmatrix.gateway.application.MerchantAudiences;
import io.factmatrix.gateway.application.MerchantConflicts;
import io.factmatrix.gateway.application.MerchantCorrections;
import io.factmatrix.gateway.application.MerchantPlans;
import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.application.Recommendations;
import io.factmatrix.gateway.application.Snowballs;
import io.factmatrix.gateway.application.ViewsOverTime;
import io.factmatrix.gateway.cache.CacheConfiguration;
import io.factmatrix.gateway.domain.lens.LensDefinitions;
import io.factmatrix.gateway.fields.FieldsConfiguration;
import io.factmatrix.gateway.guard.Guards;
import io.factmatrix.gateway.http.GatewayHttpConfiguration;
import io.factmatrix.gateway.limit.LimitConfiguration;
import io.factmatrix.gateway.limit.Turns;
import io.factmatrix.gateway.store.GatewayStoreConfiguration;
import io.factmatrix.kit.KitConfiguration;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The composition root. */
@Configuration(proxyBeanMethods = false)
@Import({
    KitConfiguration.class,
    FieldsConfiguration.class,
    CacheConfiguration.class,
    LimitConfiguration.class,
    GatewayStoreConfiguration.class,
    WebhookConfiguration.class,
    WorkConfiguration.class,
    GatewayHttpConfiguration.class
})
class GatewayConfiguration {

    @Bean
    Ingest ingest(FieldLedgers ledgers, Turns ingestTurns, MeterRegistry meters) {
        return new Ingest(ledgers, ingestTurns, meters);
    }

    @Bean
    OperatingViews operatingViews(FieldLedgers ledgers, LastKnown<FieldFigures> lastKnown, MeterRegistry meters) {
        return new OperatingViews(ledgers, lastKnown, meters);
    }

    @Bean
    ViewsOverTime viewsOverTime(FieldLedgers ledgers) {
        return new ViewsOverTime(ledgers);
    }

    @Bean
    GpmChanges gpmChanges(FieldLedgers ledgers) {
        return new GpmChanges(ledgers);
    }

    @Bean
    MerchantAudiences merchantAudiences(FieldLedgers ledgers, LastKnown<FieldAudience> lastKnown) {
        return new MerchantAudiences(ledgers, lastKnown);
    }

    /** A processor for each of two, and so many behind them that a dozen merchants may ask at once. */
    @Bean(destroyMethod = "dispose")
    Scheduler estimates() {
        return Schedulers.newBoundedElastic(2, 64, "estimate");
    }

    @Bean
    Snowballs snowballs(ViewsOverTime views, MerchantAudiences audiences, Scheduler estimates) {
        return new Snowballs(views, audiences, estimates);
    }

    @Bean
    Recommendations recommendations(ViewsOverTime views, Scheduler estimates) {
        return new Recommendations(views, estimates);
    }

    @Bean
    CampaignReports campaignReports(Campaigns campaigns, FieldLedgers ledgers) {
        return new CampaignReports(campaigns, ledgers, InstantSource.system());
    }

    @Bean
    Breakouts breakouts(Engagements engagements, FieldLedgers ledgers) {
        return new Breakouts(engagements, ledgers);
    }

    @Bean
    MerchantCorrections merchantCorrections(FieldLedgers ledgers) {
        return new MerchantCorrections(ledgers);
    }

    @Bean
    MerchantPlans merchantPlans(FieldPlans plans) {
        return new MerchantPlans(plans, InstantSource.system());
    }

    @Bean
    Cockpits cockpits(
            OwnCalls own,
            OperatingViews views,
            ViewsOverTime series,
            FieldLedgers ledgers,
            Deals deals,
            MerchantPlans plans) {
        return new Cockpits(own, views, series, ledgers, new DealLists(deals, plans, InstantSource.system()));
    }

    @Bean
    LensDesk lensDesk(LensDefinitions definitions, AuditTrail auditTrail) {
        return new LensDesk(definitions, auditTrail);
    }

    @Bean
    Lenses lenses(LensDesk desk, MerchantReads merchantReads, OperatingViews views, MerchantAudiences audiences) {
        return new Lenses(desk, merchantReads, views, audiences);
    }

    @Bean
    MerchantConflicts merchantConflicts(FieldLedgers ledgers, MerchantPlans plans) {
        return new MerchantConflicts(ledgers, plans);
    }

    @Bean
    Guards guards(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        return new Guards(breakers, bulkheads);
    }
}
