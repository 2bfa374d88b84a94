package io.factmatrix.creator.domain.settlement;

import io.factmatrix.creator.domain.creator.CreatorId;

/** Who is paid, and in which currency: months are settled one after the other for each, and currencies never meet. */
public record Payee(CreatorId creator, String currency) {}
