package io.factmatrix.livestream;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.kit.write.Register;
import io.factmatrix.ledger.LedgerConfiguration;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.figures.TouchpointKinds;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import io.factmatrix.ledger.http.KeptFields;
import io.factmatrix.ledger.store.NamedTouchpoints;
import io.factmatrix.livestream.application.GateDesk;
import io.factmatrix.livestream.application.HostDesk;
import io.factmatrix.livestream.application.LineSources;
import io.factmatrix.livestream.application.ReviewDesk;
import io.factmatrix.livestream.application.Reviewing;
import io.factmatrix.livestream.application.RoomDesk;
import io.factmatrix.livestream.application.RuleDesk;
import io.factmatrix.livestream.application.RundownDesk;
import io.factmatrix.livestream.application.SessionDesk;
import io.factmatrix.livestream.application.ShiftDesk;
import io.factmatrix.livestream.application.TemplateDesk;
import io.factmatrix.livestream.domain.gate.RuleId;
import io.factmatrix.livestream.domain.gate.Rules;
import io.factmatrix.livestream.domain.host.HostId;
import io.factmatrix.livestream.domain.host.Hosts;
import io.factmatrix.livestream.domain.host.ShiftId;
import io.factmatrix.livestream.domain.host.Shifts;
import io.factmatrix.livestream.domain.room.RoomId;
import io.factmatrix.livestream.domain.room.Rooms;
import io.factmatrix.livestream.domain.rundown.Rundowns;
import io.factmatrix.livestream.domain.rundown.TemplateId;
import io.factmatrix.livestream.domain.rundown.Templates;
import io.factmatrix.livestream.domain.session.SessionId;
import io.factmatrix.livestream.domain.session.Sessions;
import io.factmatrix.livestream.http.LivestreamHttpConfiguration;
import io.factmatrix.livestream.store.PostgresHosts;
import io.factmatrix.livestream.store.PostgresOverrides;
import io.factmatrix.livestream.store.PostgresPlans;
import io.factmatrix.livestream.store.PostgresReviews;
import io.factmatrix.livestream.store.PostgresRooms;
import io.factmatrix.livestream.store.PostgresRules;
import io.factmatrix.livestream.store.PostgresRundowns;
import io.factmatrix.livestream.store.PostgresSessions;
import io.factmatrix.livestream.store.PostgresShifts;
import io.factmatrix.livestream.store.PostgresTemplates;
import io.factmatrix.plan.PlanConfiguration;
import io.factmatrix.plan.application.PromiseDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** The composition root. */
@Configuration(proxyBeanMethods = false)
@Import({LedgerConfiguration.class, PlanConfiguration.class, LivestreamHttpConfiguration.class})
class LivestreamConfiguration {

    private final AuditTrail trail;
    private final NewIds ids;

    LivestreamConfiguration(AuditTrail trail, NewIds ids) {
        this.trail = trail;
        this.ids = ids;
    }

    @Bean
    KeptFields keptFields() {
        return KeptFields.of(Field.LIVESTREAM, Field.UNATTRIBUTED);
    }

    @Bean
    TouchpointKinds touchpointKinds(JdbcTemplate jdbc) {
        return new NamedTouchpoints(jdbc, TouchpointKind.SESSION, "session");
    }

    @Bean
    PostgresPlans plans(JdbcTemplate jdbc) {
        return new PostgresPlans(jdbc);
    }

    @Bean
    Rooms rooms(JdbcTemplate jdbc) {
        return new PostgresRooms(jdbc);
    }

    @Bean
    Hosts hosts(JdbcTemplate jdbc) {
        return new PostgresHosts(jdbc);
    }

    @Bean
    Shifts shifts(JdbcTemplate jdbc) {
        return new PostgresShifts(jdbc);
    }

    @Bean
    Sessions sessions(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresSessions(jdbc, json);
    }

    @Bean
    Rundowns rundowns(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresRundowns(jdbc, json);
    }

    @Bean
    Templates templates(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresTemplates(jdbc, json);
    }

    @Bean
    Rules rules(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresRules(jdbc, json);
    }

    @Bean
    RoomDesk roomDesk(Rooms rooms) {
        return new RoomDesk(rooms, register(RoomId.ROOM, rooms), ids);
    }

    @Bean
    HostDesk hostDesk(Hosts hosts) {
        return new HostDesk(hosts, register(HostId.HOST, hosts), ids);
    }

    @Bean
    ShiftDesk shiftDesk(Shifts shifts, Hosts hosts, Rooms rooms) {
        return new ShiftDesk(
                shifts,
                register(ShiftId.SHIFT, shifts),
                register(HostId.HOST, hosts),
                register(RoomId.ROOM, rooms),
                ids);
    }

    @Bean
    ReviewDesk reviewDesk(
            JdbcTemplate jdbc,
            ObjectMapper json,
            Sessions sessions,
            Rooms rooms,
            Rundowns rundowns,
            FieldSums sums,
            Touchpoints touchpoints) {
        return new ReviewDesk(
                register(SessionId.SESSION, sessions),
                register(RoomId.ROOM, rooms),
                sessions,
                rundowns,
                new PostgresReviews(jdbc, json),
                new Reviewing(sums, touchpoints));
    }

    @Bean
    SessionDesk sessionDesk(
            Sessions sessions,
            Rooms rooms,
            Rundowns rundowns,
            GateDesk gates,
            ReviewDesk reviews,
            PromiseDesk promises) {
        return new SessionDesk(
                sessions,
                register(SessionId.SESSION, sessions),
                register(RoomId.ROOM, rooms),
                rundowns,
                gates,
                reviews,
                promises,
                ids);
    }

    @Bean
    LineSources lineSources(Rundowns rundowns, Templates templates) {
        return new LineSources(rundowns, register(TemplateId.TEMPLATE, templates));
    }

    @Bean
    RundownDesk rundownDesk(
            Sessions sessions, Rundowns rundowns, GateDesk gates, LineSources sources, PromiseDesk promises) {
        return new RundownDesk(register(SessionId.SESSION, sessions), rundowns, gates, sources, promises, trail, ids);
    }

    @Bean
    TemplateDesk templateDesk(Templates templates, LineSources sources) {
        return new TemplateDesk(templates, register(TemplateId.TEMPLATE, templates), sources, ids);
    }

    @Bean
    RuleDesk ruleDesk(Rules rules) {
        return new RuleDesk(rules, register(RuleId.RULE, rules), ids);
    }

    @Bean
    GateDesk gateDesk(JdbcTemplate jdbc, Sessions sessions, Rundowns rundowns, RuleDesk rules) {
        return new GateDesk(register(SessionId.SESSION, sessions), rundowns, rules, new PostgresOverrides(jdbc), trail);
    }

    private <I extends Id, T extends Resource<I>> Register<I, T> register(Kind kind, Resources<I, T> resources) {
        return new Register<>(kind, resources, trail);
    }
}
