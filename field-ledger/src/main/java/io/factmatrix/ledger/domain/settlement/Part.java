package io.factmatrix.ledger.domain.settlement;

import java.util.List;

/**
 * A part of a feed, read as of one moment.
 *
 * @param position where to go on
 * @param through the ledger's watermark that all up to here takes account of, once there is no more
 * @param more whether there was more
 */
public record Part<T>(List<T> entries, long position, long through, boolean more) {}
