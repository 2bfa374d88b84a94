package io.factmatrix.deploy.local.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * A while at a touchpoint.
 *
 * @param impressions roughly
 * @param paidShare the share of them that was paid for
 * @param discount what is taken off every price
 */
record Scene(
        String field,
        String touchpoint,
        Instant start,
        Duration length,
        Funnel funnel,
        double impressions,
        double paidShare,
        double discount) {

    Instant end() {
        return start.plus(length);
    }
}
