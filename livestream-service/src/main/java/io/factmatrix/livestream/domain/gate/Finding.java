package io.factmatrix.livestream.domain.gate;

import io.factmatrix.livestream.domain.rundown.LineId;
import org.jspecify.annotations.Nullable;

/**
 * Where a condition is not kept.
 *
 * @param line null when it is the session as a whole
 * @param member of the line or the session: {@code price}, {@code segments[2].text}
 * @param detail the offending value and what was expected
 * @param fix what would help
 */
record Finding(@Nullable LineId line, String member, String detail, String fix) {}
