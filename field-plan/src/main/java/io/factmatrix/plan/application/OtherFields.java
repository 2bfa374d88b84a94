package io.factmatrix.plan.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Outcome;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The fields that other services keep. */
public interface OtherFields {

    /** Which there are; none beside a service that stands alone. */
    Set<Field> fields();

    /** What is promised there. Never fails: who does not answer in time is unchecked. */
    Mono<Outcome> look(Field field, MerchantId merchant, Look look);
}
