package io.factmatrix.livestream.domain.phrase;

/**
 * Where a text has a phrase.
 *
 * @param start where it begins in the text as it was written, in UTF-16 units
 * @param end where it ends, exclusive; after the marks that combine with its last character
 * @param excerpt what stands between the two
 * @param exact whether that is the phrase verbatim; otherwise it is in disguise, and whether it was meant is for a reader to judge
 */
public record Finding(int start, int end, String excerpt, boolean exact) {}
