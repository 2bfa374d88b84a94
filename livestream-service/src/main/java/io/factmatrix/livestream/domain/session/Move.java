package io.factmatrix.livestream.domain.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transition of a session.
 *
 * @param at when it went live, or ended; null: now
 */
public record Move(SessionState to, @Nullable Instant at) {}
