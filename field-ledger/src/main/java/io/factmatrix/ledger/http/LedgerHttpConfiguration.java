package io.factmatrix.ledger.http;

import io.factmatrix.kit.audit.AuditController;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.ledger.application.Correcting;
import io.factmatrix.ledger.application.Following;
import io.factmatrix.ledger.application.GroupCommit;
import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.application.Replaying;
import io.factmatrix.ledger.application.Sketching;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.ObjectMapper;

/** The resources of a ledger. */
@Configuration(proxyBeanMethods = false)
public class LedgerHttpConfiguration {

    @Bean
    IngestController ingestController(GroupCommit ledgers, Following following, KeptFields kept, MeterRegistry meters) {
        return new IngestController(
                ledgers, following, kept.fields(), new IngestMeters(meters, InstantSource.system()));
    }

    @Bean
    LedgerController ledgerController(
            Reading reading, Replaying replaying, Sketching sketching, Following following, KeptFields kept) {
        return new LedgerController(reading, replaying, sketching, following, kept);
    }

    @Bean
    SelectionController selectionController(Reading reading, KeptFields kept) {
        return new SelectionController(reading, kept);
    }

    @Bean
    AfterSalesController afterSalesController(Reading reading, KeptFields kept) {
        return new AfterSalesController(reading, kept);
    }

    @Bean
    ArrivalController arrivalController(Reading reading, KeptFields kept) {
        return new ArrivalController(reading, kept);
    }

    @Bean
    ExportController exportController(Reading reading, KeptFields kept, ObjectMapper json) {
        return new ExportController(reading, kept, json);
    }

    @Bean
    FeedController feedController(Reading reading, Replaying replaying, Following following, KeptFields kept) {
        return new FeedController(reading, replaying, following, kept);
    }

    @Bean
    CorrectionController correctionController(Correcting correcting, KeptFields kept) {
        return new CorrectionController(correcting, kept);
    }

    @Bean
    AccessTable ledgerAccess() {
        return LedgerAccess.table();
    }

    /** What is written beside the ledger is told by field, as the ledger is. */
    @Bean
    AuditController auditController(AuditTrail trail, MerchantReads reads, Cursors cursors, KeptFields kept) {
        return new AuditController(trail, reads, cursors, kept.words());
    }
}
