package io.factmatrix.creator;

import io.factmatrix.creator.application.CollaborationDesk;
import io.factmatrix.creator.application.CommissionDesk;
import io.factmatrix.creator.application.CreatorDesk;
import io.factmatrix.creator.application.MarginalDesk;
import io.factmatrix.creator.application.OutreachDesk;
import io.factmatrix.creator.application.ParticipationDesk;
import io.factmatrix.creator.application.RoiDesk;
import io.factmatrix.creator.application.ScreeningDesk;
import io.factmatrix.creator.application.StatementDesk;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.collaboration.Collaborations;
import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.collaboration.Participations;
import io.factmatrix.creator.domain.commission.Deals;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.creator.Creators;
import io.factmatrix.creator.domain.outreach.OutreachId;
import io.factmatrix.creator.domain.screening.ScreeningId;
import io.factmatrix.creator.domain.settlement.StatementId;
import io.factmatrix.creator.http.CreatorHttpConfiguration;
import io.factmatrix.creator.store.AllianceCalendar;
import io.factmatrix.creator.store.PostgresCollaborations;
import io.factmatrix.creator.store.PostgresCreators;
import io.factmatrix.creator.store.PostgresDeals;
import io.factmatrix.creator.store.PostgresLinkedCreators;
import io.factmatrix.creator.store.PostgresOutreaches;
import io.factmatrix.creator.store.PostgresParticipations;
import io.factmatrix.creator.store.PostgresScreenings;
import io.factmatrix.creator.store.PostgresStatements;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.kit.write.Register;
import io.factmatrix.ledger.LedgerConfiguration;
import io.factmatrix.ledger.domain.Ledgers;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.figures.TouchpointKinds;
import io.factmatrix.ledger.domain.touchpoint.CountedLines;
import io.factmatrix.ledger.domain.touchpoint.TouchpointTotals;
import io.factmatrix.ledger.http.KeptFields;
import io.factmatrix.ledger.store.NamedTouchpoints;
import io.factmatrix.plan.PlanConfiguration;
import io.factmatrix.plan.domain.KeptPromises;
import io.factmatrix.plan.domain.calendar.Calendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** The composition root. */
@Configuration(proxyBeanMethods = false)
@Import({LedgerConfiguration.class, PlanConfiguration.class, CreatorHttpConfiguration.class})
class CreatorConfiguration {

    private final AuditTrail trail;
    private final NewIds ids;

    CreatorConfiguration(AuditTrail trail, NewIds ids) {
        this.trail = trail;
        this.ids = ids;
    }

    @Bean
    KeptFields keptFields() {
        return KeptFields.of(Field.CREATOR);
    }

    @Bean
    TouchpointKinds touchpointKinds(JdbcTemplate jdbc) {
        return new NamedTouchpoints(jdbc, TouchpointKind.CONTENT, "participation_touchpoint");
    }

    /** What is agreed with creators is a commission, and no price that buyers are promised. */
    @Bean
    KeptPromises keptPromises() {
        return KeptPromises.NONE;
    }

    @Bean
    Calendar calendar(JdbcTemplate jdbc) {
        return new AllianceCalendar(jdbc);
    }

    @Bean
    Creators creators(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresCreators(jdbc, json);
    }

    @Bean
    CreatorDesk creatorDesk(Creators creators) {
        return new CreatorDesk(creators, register(CreatorId.CREATOR, creators), ids);
    }

    @Bean
    ScreeningDesk screeningDesk(JdbcTemplate jdbc, ObjectMapper json, Creators creators) {
        var screenings = new PostgresScreenings(jdbc, json);
        return new ScreeningDesk(screenings, register(ScreeningId.SCREENING, screenings), creators, ids);
    }

    @Bean
    OutreachDesk outreachDesk(JdbcTemplate jdbc, ObjectMapper json, Creators creators) {
        var outreaches = new PostgresOutreaches(jdbc, json);
        return new OutreachDesk(
                outreaches, register(OutreachId.OUTREACH, outreaches), register(CreatorId.CREATOR, creators), ids);
    }

    @Bean
    Collaborations collaborations(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresCollaborations(jdbc, json);
    }

    @Bean
    Participations participations(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresParticipations(jdbc, json);
    }

    @Bean
    CollaborationDesk collaborationDesk(
            Collaborations collaborations, Participations participations, Creators creators) {
        return new CollaborationDesk(
                collaborations,
                register(CollaborationId.COLLABORATION, collaborations),
                participations,
                register(CreatorId.CREATOR, creators),
                ids);
    }

    @Bean
    ParticipationDesk participationDesk(
            Participations participations, Collaborations collaborations, Creators creators) {
        return new ParticipationDesk(
                participations,
                register(ParticipationId.PARTICIPATION, participations),
                register(CollaborationId.COLLABORATION, collaborations),
                register(CreatorId.CREATOR, creators),
                ids);
    }

    @Bean
    Deals deals(JdbcTemplate jdbc) {
        return new PostgresDeals(jdbc);
    }

    @Bean
    CommissionDesk commissionDesk(Deals deals, CountedLines lines) {
        return new CommissionDesk(deals, lines);
    }

    @Bean
    StatementDesk statementDesk(
            JdbcTemplate jdbc, Creators creators, Deals deals, CountedLines lines, Ledgers ledgers) {
        var statements = new PostgresStatements(jdbc);
        return new StatementDesk(
                statements,
                register(StatementId.STATEMENT, statements),
                register(CreatorId.CREATOR, creators),
                deals,
                lines,
                ledgers,
                ids);
    }

    @Bean
    RoiDesk roiDesk(
            Collaborations collaborations,
            Participations participations,
            Deals deals,
            CommissionDesk commissions,
            TouchpointTotals totals) {
        return new RoiDesk(
                register(CollaborationId.COLLABORATION, collaborations),
                register(ParticipationId.PARTICIPATION, participations),
                deals,
                commissions,
                totals);
    }

    @Bean
    MarginalDesk marginalDesk(JdbcTemplate jdbc, TouchpointTotals totals) {
        return new MarginalDesk(new PostgresLinkedCreators(jdbc), totals);
    }

    private <I extends Id, T extends Resource<I>> Register<I, T> register(Kind kind, Resources<I, T> resources) {
        return new Register<>(kind, resources, trail);
    }
}
