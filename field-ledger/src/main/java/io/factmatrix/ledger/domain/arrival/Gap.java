package io.factmatrix.ledger.domain.arrival;

import java.time.Instant;

/** A time in which nothing was recorded, between two moments at which something was. */
public record Gap(Instant from, Instant to) {}
