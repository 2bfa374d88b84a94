package io.factmatrix.kol.domain.kol;

import org.jspecify.annotations.Nullable;

/** Which KOLs are asked for: null filters nothing. */
public record KolFilter(@Nullable KolState state, @Nullable Platform platform) {}
