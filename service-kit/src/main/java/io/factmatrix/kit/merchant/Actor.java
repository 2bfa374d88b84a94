package io.factmatrix.kit.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the token says.
 *
 * @param subject its {@code sub}; null when it names nobody
 * @param roles held, whether they are known here or not
 */
public record Actor(@Nullable String subject, List<String> roles) {

    public Actor {
        roles = List.copyOf(roles);
    }
}
