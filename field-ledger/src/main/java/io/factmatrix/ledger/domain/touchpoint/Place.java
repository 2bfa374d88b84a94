package io.factmatrix.ledger.domain.touchpoint;

/** A touchpoint of a shop: two shops may give theirs the same name. */
public record Place(String shop, String touchpoint) {}
