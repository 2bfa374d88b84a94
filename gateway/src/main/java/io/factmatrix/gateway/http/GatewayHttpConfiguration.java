package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.Breakouts;
import io.factmatrix.gateway.application.CampaignReports;
import io.factmatrix.gateway.application.Cockpits;
import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.GpmChanges;
import io.factmatrix.gateway.application.Ingest;
import io.factmatrix.gateway.application.LensDesk;
import io.factmatrix.gateway.application.Lenses;
import io.factmatrix.gateway.application.MerchantAudiences;
import io.factmatrix.gateway.application.MerchantConflicts;
import io.factmatrix.gateway.application.MerchantCorrections;
import io.factmatrix.gateway.application.MerchantPlans;
import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.gateway.application.Recommendations;
import io.factmatrix.gateway.application.Snowballs;
import io.factmatrix.gateway.application.ViewsOverTime;
import io.factmatrix.gateway.application.live.LiveViews;
import io.factmatrix.gateway.application.webhook.EndpointDesk;
import io.factmatrix.gateway.application.work.DryRuns;
import io.factmatrix.gateway.application.work.RuleDesk;
import io.factmatrix.gateway.application.work.WorkDesk;
import io.factmatrix.gateway.application.work.WorkRounds;
import io.factmatrix.gateway.domain.webhook.Outside;
import io.factmatrix.gateway.domain.webhook.Vault;
import io.factmatrix.gateway.fields.FieldsProperties;
import io.factmatrix.gateway.limit.Turns;
import io.factmatrix.gateway.workbook.ViewWorkbook;
import io.factmatrix.kit.audit.AuditController;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.connection.BodyLimit;
import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.merchant.Actors;
import io.factmatrix.kit.merchant.TokenProperties;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.ChannelOption;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.ObjectMapper;

/** The public paths. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CorsProperties.class, StreamProperties.class})
public class GatewayHttpConfiguration {

    private static final String SWAGGER_UI = "swagger-ui";

    /** Bytes of a service's answer that wait in the kernel for a client that is slower: enough for 200 MB a second at a millisecond. */
    private static final int ROUTED_AHEAD = 256 * 1024;

    @Bean
    IngestController ingestController(Ingest ingest) {
        return new IngestController(ingest);
    }

    @Bean
    Tagged tagged(ObjectMapper json) {
        return new Tagged(json);
    }

    @Bean
    OperatingViewController operatingViewController(OperatingViews views, Tagged tagged, MeterRegistry meters) {
        return new OperatingViewController(views, tagged, merge(meters));
    }

    @Bean
    SeriesController seriesController(ViewsOverTime views, ObjectMapper json) {
        return new SeriesController(views, json);
    }

    @Bean
    SeriesExportController seriesExportController(ViewsOverTime views, ObjectMapper json) {
        return new SeriesExportController(views, json);
    }

    @Bean
    BreakoutController breakoutController(Breakouts breakouts, Tagged tagged) {
        return new BreakoutController(breakouts, tagged);
    }

    @Bean
    GpmChangeController gpmChangeController(GpmChanges changes, Tagged tagged) {
        return new GpmChangeController(changes, tagged);
    }

    @Bean
    AudienceController audienceController(MerchantAudiences audiences, Tagged tagged) {
        return new AudienceController(audiences, tagged);
    }

    @Bean
    CampaignReportController campaignReportController(CampaignReports reports, Tagged tagged) {
        return new CampaignReportController(reports, tagged);
    }

    @Bean
    CockpitController cockpitController(Cockpits cockpits, Tagged tagged) {
        return new CockpitController(cockpits, tagged);
    }

    @Bean
    LensController lensController(
            Lenses lenses, LensDesk desk, Writes writes, MerchantReads merchantReads, Tagged tagged) {
        return new LensController(lenses, desk, writes, merchantReads, tagged);
    }

    @Bean
    SnowballController snowballController(Snowballs snowballs, Tagged tagged) {
        return new SnowballController(snowballs, tagged, InstantSource.system());
    }

    @Bean
    RecommendationController recommendationController(Recommendations recommendations, Tagged tagged) {
        return new RecommendationController(recommendations, tagged, InstantSource.system());
    }

    @Bean
    ExportController exportController(OperatingViews views, ObjectMapper json) {
        return new ExportController(views, new ViewWorkbook(json));
    }

    @Bean
    LiveViews<Written> liveViews(
            FieldLedgers ledgers,
            OperatingViews views,
            ObjectMapper json,
            Turns readTurns,
            StreamProperties stream,
            MeterRegistry meters) {
        var merge = merge(meters);
        return new LiveViews<>(
                ledgers,
                views,
                view -> merge.record(() -> Written.of(view.body(), json)),
                readTurns,
                InstantSource.system(),
                stream.bounds());
    }

    /** How long it takes to work a view out of the answers of all fields, and to write it. */
    private static Timer merge(MeterRegistry meters) {
        return meters.timer("fact.view.merge");
    }

    @Bean
    LiveViewController liveViewController(LiveViews<Written> live, TokenProperties claims, StreamProperties stream) {
        return new LiveViewController(live, new Actors(claims), stream, new Random());
    }

    @Bean
    ConflictController conflictController(MerchantConflicts conflicts, Cursors cursors) {
        return new ConflictController(conflicts, cursors);
    }

    @Bean
    PromiseController promiseController(MerchantPlans plans, Cursors cursors) {
        return new PromiseController(plans, cursors);
    }

    @Bean
    CalendarController calendarController(MerchantPlans plans) {
        return new CalendarController(plans, InstantSource.system());
    }

    @Bean
    CorrectionController correctionController(MerchantCorrections corrections, Cursors cursors) {
        return new CorrectionController(corrections, cursors);
    }

    @Bean
    WebhookEndpointController webhookEndpointController(
            EndpointDesk endpoints,
            Writes writes,
            Reads reads,
            MerchantReads merchantReads,
            Outside outside,
            Vault vault,
            ObjectMapper json) {
        return new WebhookEndpointController(
                endpoints, writes, reads, merchantReads, outside, new ShownSecrets(vault, json));
    }

    @Bean
    DeliveryController deliveryController(
            EndpointDesk endpoints, Writes writes, MerchantReads merchantReads, Cursors cursors) {
        return new DeliveryController(endpoints, writes, merchantReads, cursors);
    }

    @Bean
    HealthController healthController(ApplicationAvailability availability) {
        return new HealthController(availability);
    }

    @Bean
    DocsController docsController() {
        return new DocsController();
    }

    @Bean
    RouterFunction<ServerResponse> docsFiles() {
        var version = new WebJarVersionLocator().version(SWAGGER_UI);
        return RouterFunctions.resources(
                "/docs/ui/**",
                new ClassPathResource("META-INF/resources/webjars/%s/%s/".formatted(SWAGGER_UI, version)));
    }

    @Bean
    RouteLocator fieldRoutes(RouteLocatorBuilder routes, FieldsProperties fields) {
        return FieldRoutes.locator(routes, fields::of);
    }

    /** Or the kernel takes in megabytes for each slow client, and the service learns of him only after that. */
    @Bean
    HttpClientCustomizer routedAhead() {
        return client -> client.option(ChannelOption.SO_RCVBUF, ROUTED_AHEAD);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter origins(CorsProperties cors) {
        return Origins.filter(cors.origins());
    }

    @Bean
    HandedOnHeaders handedOnHeaders() {
        return new HandedOnHeaders();
    }

    @Bean
    WorkItemController workItemController(
            WorkDesk workDesk, WorkRounds workRounds, TokenProperties claims, Writes writes, Reads reads) {
        return new WorkItemController(workDesk, workRounds, new Actors(claims), writes, reads);
    }

    @Bean
    WorkRuleController workRuleController(
            RuleDesk ruleDesk, DryRuns dryRuns, WorkRounds workRounds, Writes writes, MerchantReads merchantReads) {
        return new WorkRuleController(ruleDesk, dryRuns, workRounds, writes, merchantReads);
    }

    @Bean
    RouterFunction<ServerResponse> ownAuditTrail(AuditTrail trail, MerchantReads merchantReads, Cursors cursors) {
        var own = new AuditController(trail, merchantReads, cursors, Set.of(OwnAuditTrail.WORD));
        return OwnAuditTrail.route(own).and(FieldRoutes.refusals());
    }

    @Bean
    BodyLimit ingestBody() {
        return BodyLimit.streamed(HttpMethod.POST, "/v1/merchants/{merchant}/events");
    }

    /** As long as the service takes it: some 500 creators. */
    @Bean
    BodyLimit creatorImportBody() {
        return BodyLimit.atMost(1024 * 1024, HttpMethod.POST, "/v1/merchants/{merchant}/creators/imports");
    }

    @Bean
    AccessTable access() {
        return Access.table().choosing(Access.DEPARTMENT);
    }
}
