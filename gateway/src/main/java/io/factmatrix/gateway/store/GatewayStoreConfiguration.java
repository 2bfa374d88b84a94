package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.lens.LensDefinitions;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.kit.store.StoreConfiguration;
import io.factmatrix.kit.write.WriteConfiguration;
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
    LensDefinitions lensDefinitions(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresLensDefinitions(jdbc, json);
    }

    @Bean
    Notifications notifications(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresNotifications(jdbc, json);
    }
}
