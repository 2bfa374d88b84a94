package io.factmatrix.gateway;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.Ingest;
import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.gateway.fields.FieldsConfiguration;
import io.factmatrix.gateway.http.GatewayHttpConfiguration;
import io.factmatrix.kit.KitConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The composition root. */
@Configuration(proxyBeanMethods = false)
@Import({KitConfiguration.class, FieldsConfiguration.class, GatewayHttpConfiguration.class})
class GatewayConfiguration {

    @Bean
    Ingest ingest(FieldLedgers ledgers) {
        return new Ingest(ledgers);
    }

    @Bean
    OperatingViews operatingViews(FieldLedgers ledgers) {
        return new OperatingViews(ledgers);
    }
}
