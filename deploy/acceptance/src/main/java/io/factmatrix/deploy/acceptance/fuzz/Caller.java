package io.factmatrix.deploy.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.deploy.acceptance.document.ApiDocument;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Who asks: a token, and what it says. */
public record Caller(String token, Set<String> merchants, Set<String> roles) {

    /** What the token says itself, in the claims {@code merchants} and {@code roles}. */
    public static Caller of(String token) {
        var claims = Objects.requireNonNull(
                ApiDocument.json(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8)));
        var merchants = new LinkedHashSet<String>();
        claims.path("merchants").forEach(merchant -> merchants.add(merchant.asString("")));
        var roles = new LinkedHashSet<String>();
        claims.path("roles").forEach(role -> roles.add(role.asString("")));
        return new Caller(token, merchants, roles);
    }

    boolean mayAny(Set<String> allowed) {
        return allowed.isEmpty() || allowed.stream().anyMatch(roles::contains);
    }
}
