package io.factmatrix.ledger.http;

import io.factmatrix.ledger.application.Following;
import io.factmatrix.ledger.application.GroupCommit;
import io.factmatrix.ledger.application.Reading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of a ledger. */
@Configuration(proxyBeanMethods = false)
public class LedgerHttpConfiguration {

    @Bean
    IngestController ingestController(GroupCommit ledgers, Following following, KeptFields kept) {
        return new IngestController(ledgers, following, kept.fields());
    }

    @Bean
    LedgerController ledgerController(Reading reading, Following following, KeptFields kept) {
        return new LedgerController(reading, following, kept.fields());
    }

    @Bean
    FeedController feedController(Reading reading, Following following, KeptFields kept) {
        return new FeedController(reading, following, kept.fields());
    }
}
