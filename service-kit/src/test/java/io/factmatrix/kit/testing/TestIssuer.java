package io.factmatrix.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** An OIDC issuer that all tests of a JVM share: real keys, discovered over HTTP. */
public final class TestIssuer {

    private static final RSAKey KEY = key();
    private static final DisposableServer SERVER = HttpServer.create()
            .host("localhost")
            .port(0)
            .route(routes -> routes.get(
                            "/.well-known/openid-configuration",
                            (request, response) -> response.header("Content-Type", "application/json")
                                    .sendString(Mono.fromSupplier(TestIssuer::discovery)))
                    .post(
                            "/token",
                            (request, response) -> response.header("Content-Type", "application/json")
                                    .sendString(Mono.fromSupplier(TestIssuer::ownToken)))
                    .get(
                            "/keys",
                            (request, response) -> response.header("Content-Type", "application/json")
                                    .sendString(Mono.fromSupplier(() -> new JWKSet(KEY.toPublicJWK()).toString()))))
            .bindNow();

    private TestIssuer() {}

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String discovery() {
        return """
                {"issuer": "%s", "jwks_uri": "%s/keys", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(uri(), uri());
    }

    /** What a program shows to the others, whoever it is. */
    private static String ownToken() {
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":600}"
                .formatted(token(List.of(), "ledger"));
    }

    /** The issuer's URI. */
    public static String uri() {
        return "http://localhost:" + SERVER.port();
    }

    /** A token for these merchants in these roles. */
    public static String token(List<String> merchants, String... roles) {
        return token(claims -> claims.claim("merchants", merchants).claim("roles", List.of(roles)));
    }

    /** A good token, with some claims changed. */
    public static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience("fact-matrix")
                .subject("test")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("merchants", List.of("m1"))
                .claim("roles", List.of("integration", "operator"));
        return signed(KEY, change.apply(claims).build());
    }

    /** Every kind of wrong token, of one for {@code m1}, by what is wrong with it: values of {@code Authorization}. */
    public static Map<String, String> wrongTokens() {
        return WrongTokens.of(token(List.of("m1"), "operator"), KEY);
    }

    /** Those claims, signed with that key. */
    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
