package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.Campaigns;
import io.factmatrix.gateway.application.Deals;
import io.factmatrix.gateway.application.Engagements;
import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.FieldPlans;
import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.application.Statements;
import io.factmatrix.gateway.application.work.OpenDeals;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.gateway.guard.Guards;
import io.micrometer.observation.ObservationRegistry;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** One pool of connections, and to each service a client with guards of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FieldsProperties.class, CallProperties.class})
public class FieldsConfiguration {

    /** Three times the longest there is: a hundred points of a series, each with the sketch of some thousand buyers. */
    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    /** Shorter than a service keeps an idle connection. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    @Bean(destroyMethod = "dispose")
    ConnectionProvider fieldConnections(CallProperties calls) {
        return ConnectionProvider.builder("fields")
                .maxConnections(calls.positions().concurrency()
                        + calls.figures().concurrency()
                        + calls.series().concurrency()
                        + calls.audience().concurrency()
                        + calls.past().concurrency()
                        // Of conflicts, and of plans.
                        + 2 * calls.conflicts().concurrency()
                        + calls.ingest().concurrency())
                .pendingAcquireTimeout(calls.connectTimeout())
                .maxIdleTime(IDLE)
                .evictInBackground(IDLE)
                .build();
    }

    @Bean
    WebClient fieldHttp(
            CallProperties calls,
            ConnectionProvider fieldConnections,
            ReactorResourceFactory resources,
            ObservationRegistry observations) {
        return WebClient.builder()
                .observationRegistry(observations)
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(fieldConnections)
                        .runOn(resources.getLoopResources())
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                                calls.connectTimeout().toMillis())))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .build();
    }

    @Bean
    OwnCalls ownCalls(FieldsProperties fields) {
        return new OwnCredentials(fields.ownTokens());
    }

    @Bean
    Campaigns campaigns(FieldsProperties fields, CallProperties calls, WebClient fieldHttp, Guards guards) {
        return new HttpCampaigns(resources(FieldService.CAMPAIGN, fields, calls.series(), fieldHttp, guards));
    }

    @Bean
    Statements statements(FieldsProperties fields, CallProperties calls, WebClient fieldHttp, Guards guards) {
        return new HttpStatements(resources(FieldService.CREATOR, fields, calls.series(), fieldHttp, guards));
    }

    @Bean
    Engagements engagements(FieldsProperties fields, CallProperties calls, WebClient fieldHttp, Guards guards) {
        return new HttpEngagements(resources(FieldService.KOL, fields, calls.series(), fieldHttp, guards));
    }

    @Bean
    Deals deals(FieldsProperties fields, CallProperties calls, WebClient fieldHttp, Guards guards) {
        return new HttpDeals(service -> resources(service, fields, calls.series(), fieldHttp, guards));
    }

    @Bean
    OpenDeals openDeals(FieldsProperties fields, CallProperties calls, WebClient fieldHttp, Guards guards) {
        return new HttpOpenDeals(
                resources(FieldService.CREATOR, fields, calls.series(), fieldHttp, guards),
                resources(FieldService.CAMPAIGN, fields, calls.series(), fieldHttp, guards),
                resources(FieldService.KOL, fields, calls.series(), fieldHttp, guards));
    }

    private static FieldResources resources(
            FieldService service, FieldsProperties fields, CallProperties.Series calls, WebClient http, Guards guards) {
        var guard =
                guards.guard("resources-" + service.word(), calls.deadline(), calls.concurrency(), calls.sparedFor());
        return new FieldResources(service.word(), at(service, fields, http), guard);
    }

    @Bean
    FieldPlans fieldPlans(FieldsProperties fields, CallProperties calls, WebClient fieldHttp, Guards guards) {
        return new HttpFieldPlans(service -> new HttpFieldPlans.Client(
                new Refusals(service.word()),
                at(service, fields, fieldHttp),
                guards.guard(
                        "plans-" + service.word(),
                        calls.conflicts().deadline(),
                        calls.conflicts().concurrency(),
                        calls.conflicts().sparedFor())));
    }

    private static WebClient at(FieldService service, FieldsProperties fields, WebClient http) {
        return http.mutate().baseUrl(fields.of(service).toString()).build();
    }

    @Bean
    FieldLedgers fieldLedgers(FieldsProperties fields, CallProperties calls, WebClient fieldHttp, Guards guards) {
        return new HttpFieldLedgers(service -> new FieldClient(
                service.word(),
                at(service, fields, fieldHttp),
                calls.positions().urgentDeadline(),
                calls.past().sealDeadline(),
                positions(service, calls.positions(), guards),
                figures(service, calls.figures(), guards),
                series(service, calls.series(), guards),
                audience(service, calls.audience(), guards),
                past(service, calls.past(), guards),
                conflicts(service, calls.conflicts(), guards),
                ingest(service, calls.ingest(), guards)));
    }

    private static Guard positions(FieldService service, CallProperties.Positions calls, Guards guards) {
        return guards.guard("positions-" + service.word(), calls.deadline(), calls.concurrency(), calls.sparedFor());
    }

    private static Guard figures(FieldService service, CallProperties.Figures calls, Guards guards) {
        return guards.guard("figures-" + service.word(), calls.deadline(), calls.concurrency(), calls.sparedFor());
    }

    private static Guard series(FieldService service, CallProperties.Series calls, Guards guards) {
        return guards.guard("series-" + service.word(), calls.deadline(), calls.concurrency(), calls.sparedFor());
    }

    private static Guard audience(FieldService service, CallProperties.Audience calls, Guards guards) {
        return guards.guard("audience-" + service.word(), calls.deadline(), calls.concurrency(), calls.sparedFor());
    }

    private static Guard past(FieldService service, CallProperties.Past calls, Guards guards) {
        return guards.guard("past-" + service.word(), calls.deadline(), calls.concurrency(), calls.sparedFor());
    }

    private static Guard conflicts(FieldService service, CallProperties.Conflicts calls, Guards guards) {
        return guards.guard("conflicts-" + service.word(), calls.deadline(), calls.concurrency(), calls.sparedFor());
    }

    private static Guard ingest(FieldService service, CallProperties.Ingest calls, Guards guards) {
        return guards.guard("ingest-" + service.word(), calls.deadline(), calls.concurrency(), calls.sparedFor());
    }
}
