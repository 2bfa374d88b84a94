package io.factmatrix.ledger.http;

import io.factmatrix.ledger.application.GroupCommit;
import io.factmatrix.ledger.application.Reading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of a ledger. */
@Configuration(proxyBeanMethods = false)
public class LedgerHttpConfiguration {

    @Bean
    IngestController ingestController(GroupCommit ledgers, KeptFields kept) {
        return new IngestController(ledgers, kept.fields());
    }

    @Bean
    LedgerController ledgerController(Reading reading, KeptFields kept) {
        return new LedgerController(reading, kept.fields());
    }
}
