package io.factmatrix.plan.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Outcome;
import reactor.core.publisher.Mono;

/** The fields that other services keep. */
public interface OtherFields {

    /** What is promised there. Never fails: who does not answer in time is unchecked. */
    Mono<Outcome> look(Field field, MerchantId merchant, Look look);
}
