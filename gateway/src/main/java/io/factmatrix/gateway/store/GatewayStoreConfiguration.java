package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.lens.LensDefinitions;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.gateway.domain.watch.Sights;
import io.factmatrix.gateway.domain.webhook.Deliveries;
import io.factmatrix.gateway.domain.webhook.EndpointRounds;
import io.factmatrix.gateway.domain.webhook.Endpoints;
import io.factmatrix.gateway.domain.webhook.Lanes;
import io.factmatrix.gateway.domain.webhook.Secrets;
import io.factmatrix.gateway.domain.work.WorkItems;
import io.factmatrix.gateway.domain.work.rule.WorkRules;
import io.factmatrix.kit.store.StoreConfiguration;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.kit.write.WriteConfiguration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** The store of what belongs to no field. Nothing else waits for it: while it is away the gateway serves all that it does not keep. */
@Configuration(proxyBeanMethods = false)
@Import({StoreConfiguration.class, WriteConfiguration.class})
public class GatewayStoreConfiguration {

    @Bean
    Rounds rounds(JdbcTemplate jdbc) {
        return new PostgresRounds(jdbc);
    }

    @Bean
    WorkItems workItems(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresWorkItems(jdbc, json);
    }

    @Bean
    WorkRules workRules(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresWorkRules(jdbc, json);
    }

    @Bean
    LensDefinitions lensDefinitions(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresLensDefinitions(jdbc, json);
    }

    /** One to tell what was sent, and one besides. */
    @Bean
    StoreThreads webhookThreads() {
        return new StoreThreads("webhook", 2, 1_000);
    }

    @Bean
    EndpointRounds endpointRounds(JdbcTemplate jdbc) {
        return new PostgresEndpointRounds(jdbc);
    }

    @Bean
    Notifications notifications(
            JdbcTemplate jdbc, ObjectMapper json, EndpointRounds endpointRounds, StoreThreads webhookThreads) {
        var hastening = new Hastening(endpointRounds, webhookThreads, InstantSource.system());
        return new PostgresNotifications(jdbc, json, hastening);
    }

    @Bean
    Endpoints webhookEndpoints(JdbcTemplate jdbc) {
        return new PostgresEndpoints(jdbc);
    }

    @Bean
    Secrets webhookSecrets(JdbcTemplate jdbc) {
        return new PostgresSecrets(jdbc);
    }

    @Bean
    Lanes webhookLanes(JdbcTemplate jdbc) {
        return new PostgresLanes(jdbc);
    }

    @Bean
    Deliveries webhookDeliveries(JdbcTemplate jdbc) {
        return new PostgresDeliveries(jdbc);
    }

    @Bean
    Sights sights(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresSights(jdbc, json);
    }
}
