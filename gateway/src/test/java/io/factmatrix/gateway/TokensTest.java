package io.factmatrix.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.kit.testing.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a token: 401, and nothing is done. */
@TestInstance(Lifecycle.PER_CLASS)
class TokensTest {

    private static final String EVENT = "/v1/merchants/m1/events/e-1?field=kol";

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void aGoodOneOpens() throws Exception {
        assertThat(with("Bearer " + gateway.token()).statusCode()).isEqualTo(200);
        assertThat(with("bearer " + gateway.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void aBadOneNever() throws Exception {
        gateway.reset();
        for (var bad : bad().entrySet()) {
            var answer = with(bad.getValue());
            assertThat(answer.statusCode()).as(bad.getKey()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .as(bad.getKey())
                    .contains("Bearer");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(JsonMapper.shared().readTree(answer.body()).get("code").stringValue())
                    .isEqualTo("token.invalid");
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        }
        assertThat(gateway.kol().requests()).isEmpty();
    }

    @Test
    void oneInThePlaceOfAParameterIsNone() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:%d%s&access_token=%s".formatted(gateway.port(), EVENT, gateway.token())))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void twoAreNone() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + EVENT))
                .header("Authorization", "Bearer " + TestIssuer.token(List.of("m2"), "operator"))
                .header("Authorization", "Bearer " + gateway.token())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isIn(400, 401, 404);
    }

    @Test
    void merchantsThatAreNoListAreNone() throws Exception {
        for (var merchants : List.of("m1", Map.of("m1", true), List.of(List.of("m1")), 1)) {
            var token = TestIssuer.token(claims -> claims.claim("merchants", merchants));
            assertThat(with("Bearer " + token).statusCode())
                    .as(String.valueOf(merchants))
                    .isEqualTo(404);
        }
        var noRoles = TestIssuer.token(claims -> claims.claim("roles", "operator"));
        assertThat(with("Bearer " + noRoles).statusCode()).isEqualTo(403);
    }

    private Map<String, String> bad() throws Exception {
        var now = Instant.now();
        var key = TestIssuer.publicKey();
        var other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        var good = TestIssuer.token(List.of("m1"), "operator");
        var parts = good.split("\\.", -1);
        var bad = new LinkedHashMap<String, String>();
        bad.put("none", "");
        bad.put("another scheme", "Basic bTE6bTE=");
        bad.put("no token", "Bearer ");
        bad.put("no JWT", "Bearer nonsense");
        bad.put("empty parts", "Bearer ..");
        bad.put("expired", changed(claims -> claims.expirationTime(Date.from(now.minusSeconds(1)))));
        bad.put("without an end", changed(claims -> claims.expirationTime(null)));
        bad.put("not yet valid", changed(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(60)))));
        bad.put("for others", changed(claims -> claims.audience("others")));
        bad.put("for nobody", changed(claims -> claims.audience((String) null)));
        bad.put("of another issuer", changed(claims -> claims.issuer("https://evil.example.com")));
        bad.put("of a longer issuer", changed(claims -> claims.issuer(TestIssuer.uri() + "/")));
        bad.put("of no issuer", changed(claims -> claims.issuer(null)));
        bad.put("unsigned", "Bearer " + new PlainJWT(claims()).serialize());
        bad.put("signature cut off", "Bearer " + parts[0] + "." + parts[1] + ".");
        bad.put("other claims", "Bearer " + parts[0] + "." + encoded("{\"merchants\":[\"m1\"]}") + "." + parts[2]);
        bad.put("another key of the same name", "Bearer " + TestIssuer.signed(other, claims()));
        bad.put("the public key as a secret", hs256(key.toRSAPublicKey().getEncoded()));
        bad.put("its text as a secret", hs256(key.toJSONString().getBytes(UTF_8)));
        bad.put("another algorithm", signed(header(JWSAlgorithm.RS512, key.getKeyID()), other));
        bad.put("a path as the key's name", signed(header(JWSAlgorithm.RS256, "../../../../dev/null"), other));
        bad.put("a statement as the key's name", signed(header(JWSAlgorithm.RS256, "' or 1=1; --"), other));
        bad.put(
                "keys from elsewhere",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("evil")
                                .jwkURL(URI.create("http://localhost:1/keys"))
                                .build(),
                        other));
        bad.put(
                "a key of its own",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(other.toPublicJWK())
                                .build(),
                        other));
        return bad;
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId).build();
    }

    private static String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return "Bearer " + TestIssuer.token(change);
    }

    private static JWTClaimsSet claims() throws ParseException {
        return SignedJWT.parse(TestIssuer.token(List.of("m1"), "operator")).getJWTClaimsSet();
    }

    private static String hs256(byte[] secret) throws JOSEException, ParseException {
        return signed(header(JWSAlgorithm.HS256, TestIssuer.publicKey().getKeyID()), new MACSigner(secret));
    }

    private static String signed(JWSHeader header, RSAKey key) throws JOSEException, ParseException {
        return signed(header, new RSASSASigner(key));
    }

    private static String signed(JWSHeader header, JWSSigner signer) throws JOSEException, ParseException {
        var token = new SignedJWT(header, claims());
        token.sign(signer);
        return "Bearer " + token.serialize();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private HttpResponse<String> with(String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + EVENT));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
