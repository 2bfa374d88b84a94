package io.factmatrix.ledger.domain.figures;

import java.time.Instant;

/** The figures of one piece of a window. */
public record Point(Instant start, Figures figures) {}
