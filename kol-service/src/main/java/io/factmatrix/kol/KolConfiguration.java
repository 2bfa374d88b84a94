package io.factmatrix.kol;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kol.application.EconomicsDesk;
import io.factmatrix.kol.application.EngagementDesk;
import io.factmatrix.kol.application.KolDesk;
import io.factmatrix.kol.application.MakeGoodDesk;
import io.factmatrix.kol.application.UnavailabilityDesk;
import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.kol.domain.engagement.Engagements;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.kol.domain.kol.Kols;
import io.factmatrix.kol.domain.kol.Unavailabilities;
import io.factmatrix.kol.domain.kol.UnavailabilityId;
import io.factmatrix.kol.domain.makegood.MakeGoodId;
import io.factmatrix.kol.domain.makegood.MakeGoods;
import io.factmatrix.kol.http.KolHttpConfiguration;
import io.factmatrix.kol.store.PostgresEngagements;
import io.factmatrix.kol.store.PostgresKols;
import io.factmatrix.kol.store.PostgresMakeGoods;
import io.factmatrix.kol.store.PostgresPlans;
import io.factmatrix.kol.store.PostgresUnavailabilities;
import io.factmatrix.ledger.LedgerConfiguration;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.figures.TouchpointKinds;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import io.factmatrix.ledger.http.KeptFields;
import io.factmatrix.ledger.store.NamedTouchpoints;
import io.factmatrix.plan.PlanConfiguration;
import io.factmatrix.plan.application.PromiseDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** The composition root. */
@Configuration(proxyBeanMethods = false)
@Import({LedgerConfiguration.class, PlanConfiguration.class, KolHttpConfiguration.class})
class KolConfiguration {

    private final AuditTrail trail;
    private final NewIds ids;

    KolConfiguration(AuditTrail trail, NewIds ids) {
        this.trail = trail;
        this.ids = ids;
    }

    @Bean
    KeptFields keptFields() {
        return KeptFields.of(Field.KOL);
    }

    @Bean
    TouchpointKinds touchpointKinds(JdbcTemplate jdbc) {
        return new NamedTouchpoints(jdbc, TouchpointKind.ENGAGEMENT, "engagement");
    }

    @Bean
    Kols kols(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresKols(jdbc, json);
    }

    @Bean
    Unavailabilities unavailabilities(JdbcTemplate jdbc) {
        return new PostgresUnavailabilities(jdbc);
    }

    @Bean
    Engagements engagements(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresEngagements(jdbc, json);
    }

    @Bean
    PostgresPlans plans(Engagements engagements) {
        return new PostgresPlans(engagements);
    }

    @Bean
    EngagementDesk engagementDesk(
            Engagements engagements, Kols kols, Unavailabilities unavailabilities, PromiseDesk promises) {
        return new EngagementDesk(
                engagements,
                register(EngagementId.ENGAGEMENT, engagements),
                register(KolId.KOL, kols),
                unavailabilities,
                promises,
                ids);
    }

    @Bean
    EconomicsDesk economicsDesk(Engagements engagements, Touchpoints touchpoints, FieldSums sums) {
        return new EconomicsDesk(register(EngagementId.ENGAGEMENT, engagements), touchpoints, sums);
    }

    @Bean
    MakeGoods makeGoods(JdbcTemplate jdbc) {
        return new PostgresMakeGoods(jdbc);
    }

    @Bean
    MakeGoodDesk makeGoodDesk(MakeGoods makeGoods, Engagements engagements, EconomicsDesk economics) {
        return new MakeGoodDesk(
                makeGoods,
                register(MakeGoodId.MAKE_GOOD, makeGoods),
                register(EngagementId.ENGAGEMENT, engagements),
                economics,
                ids);
    }

    @Bean
    KolDesk kolDesk(Kols kols) {
        return new KolDesk(kols, register(KolId.KOL, kols), ids);
    }

    @Bean
    UnavailabilityDesk unavailabilityDesk(Unavailabilities unavailabilities, Kols kols, Engagements engagements) {
        return new UnavailabilityDesk(
                unavailabilities,
                register(UnavailabilityId.UNAVAILABILITY, unavailabilities),
                register(KolId.KOL, kols),
                engagements,
                trail,
                ids);
    }

    private <I extends Id, T extends Resource<I>> Register<I, T> register(Kind kind, Resources<I, T> resources) {
        return new Register<>(kind, resources, trail);
    }
}
