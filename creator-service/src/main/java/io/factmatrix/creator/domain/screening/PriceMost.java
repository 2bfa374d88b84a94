package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.Format;
import io.factmatrix.ledger.domain.event.Money;

/** A piece of that format costs at most that. */
public record PriceMost(Format format, Money most) {}
