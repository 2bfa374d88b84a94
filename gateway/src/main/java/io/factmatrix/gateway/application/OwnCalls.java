package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.kit.merchant.MerchantId;
import reactor.core.publisher.Mono;

/**
 * In whose name the fields are asked for what a caller may see a part of, or when nobody asks: the gateway's own. What it then shows to
 * whom is its own affair.
 */
public interface OwnCalls {

    /** This program, asking for that merchant; fails in a problem, 503, when it cannot show who it is. */
    Mono<Caller> of(MerchantId merchant);
}
