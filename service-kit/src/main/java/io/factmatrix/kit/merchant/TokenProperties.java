package io.factmatrix.kit.merchant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * How a token is read. A claim is named as it is called in the token, {@code https://example.com/roles}, or by the way to it
 * within others, {@code realm_access.roles}.
 *
 * @param merchantsClaim the claim that lists the merchants
 * @param rolesClaim the claim that lists the roles
 * @param clockSkew by how much the issuer's clock may be ahead of ours when a token begins; none ends later than it says
 */
@ConfigurationProperties("fact.token")
public record TokenProperties(
        @DefaultValue("merchants") String merchantsClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("5s") Duration clockSkew) {

    List<String> merchants(Jwt token) {
        return texts(claim(token.getClaims(), merchantsClaim));
    }

    List<String> roles(Jwt token) {
        return texts(claim(token.getClaims(), rolesClaim));
    }

    private static @Nullable Object claim(Map<?, ?> claims, String name) {
        var named = claims.get(name);
        int dot = name.indexOf('.');
        if (named != null || dot < 0) {
            return named;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> within
                ? claim(within, name.substring(dot + 1))
                : null;
    }

    /** A claim of another type names nobody. */
    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof List<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
