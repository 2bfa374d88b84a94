package io.factmatrix.kit.merchant;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A token must have an end, which by default none needs, and be good until then and no longer: RFC 7519 lets one be lenient with
 * {@code exp}, and by default one is by a minute.
 *
 * @param clockSkew by how much the issuer's clock may be ahead of ours when a token begins
 */
record Lifetime(Duration clockSkew) implements OAuth2TokenValidator<Jwt> {

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var now = Instant.now();
        var end = token.getExpiresAt();
        var start = token.getNotBefore();
        if (end == null) {
            return refused("exp: absent (expected: the end of the token's life)");
        }
        if (!now.isBefore(end)) {
            return refused("exp: %s (expected: later than now, %s)".formatted(end, now));
        }
        if (start != null && now.plus(clockSkew).isBefore(start)) {
            return refused("nbf: %s (expected: no later than now, %s)".formatted(start, now));
        }
        return OAuth2TokenValidatorResult.success();
    }

    /** Whether a token that was valid a moment ago still is. */
    static boolean lasts(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && Instant.now().isBefore(end);
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
