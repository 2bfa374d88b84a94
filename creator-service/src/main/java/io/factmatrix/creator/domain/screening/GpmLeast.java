package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.GpmBasis;
import io.factmatrix.ledger.domain.event.Money;

/** GMV per 1,000 of that basis is at least that. */
public record GpmLeast(GpmBasis basis, Money least) {}
