package io.factmatrix.livestream.domain.rundown;

import io.factmatrix.livestream.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * From where lines are copied: one of the two.
 *
 * @param session whose rundown has them
 */
public record LineSource(
        @Nullable SessionId session, @Nullable TemplateId template) {}
