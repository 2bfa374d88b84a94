package io.factmatrix.kol.domain.engagement;

import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Span;

/**
 * What the KOL's side guarantees.
 *
 * @param gmv kept, that is less refunds
 * @param window in which it must be paid for; whole quarter-hours of UTC, as figures are
 */
public record Guarantee(Money gmv, Span window) {}
