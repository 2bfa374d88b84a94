package io.factmatrix.ledger.domain.history;

/** Who is asked for: the first purchase of that person, as it was known at that moment. */
public record Asked(String audience, Moment moment) {}
