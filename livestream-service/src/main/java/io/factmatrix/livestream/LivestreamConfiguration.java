package io.factmatrix.livestream;

import io.factmatrix.ledger.LedgerConfiguration;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.http.KeptFields;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The composition root. */
@Configuration(proxyBeanMethods = false)
@Import(LedgerConfiguration.class)
class LivestreamConfiguration {

    @Bean
    KeptFields keptFields() {
        return KeptFields.of(Field.LIVESTREAM, Field.UNATTRIBUTED);
    }
}
