package io.factmatrix.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every kind of wrong token, as the value of {@code Authorization}: made of a good one, with its issuer's key. */
public final class WrongTokens {

    private final RSAKey key;
    private final JWTClaimsSet claims;

    private WrongTokens(RSAKey key, JWTClaimsSet claims) {
        this.key = key;
        this.claims = claims;
    }

    /**
     * By what is wrong with them.
     *
     * @param key with its private half
     */
    public static Map<String, String> of(String good, RSAKey key) {
        try {
            return new WrongTokens(key, SignedJWT.parse(good).getJWTClaimsSet()).all(good.split("\\.", -1));
        } catch (JOSEException | ParseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Map<String, String> all(String[] parts) throws JOSEException {
        var now = Instant.now();
        var other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("none", "");
        wrong.put("another scheme", "Basic bTE6bTE=");
        wrong.put("no token", "Bearer ");
        wrong.put("no JWT", "Bearer nonsense");
        wrong.put("empty parts", "Bearer ..");
        wrong.put("expired", changed(claim -> claim.expirationTime(Date.from(now.minusSeconds(1)))));
        wrong.put("without an end", changed(claim -> claim.expirationTime(null)));
        wrong.put("not yet valid", changed(claim -> claim.notBeforeTime(Date.from(now.plusSeconds(60)))));
        wrong.put("for others", changed(claim -> claim.audience("others")));
        wrong.put("for nobody", changed(claim -> claim.audience((String) null)));
        wrong.put("of another issuer", changed(claim -> claim.issuer("https://evil.example.com")));
        wrong.put("of a longer issuer", changed(claim -> claim.issuer(claims.getIssuer() + "/")));
        wrong.put("of no issuer", changed(claim -> claim.issuer(null)));
        wrong.put("unsigned", "Bearer " + new PlainJWT(claims).serialize());
        wrong.put("signature cut off", "Bearer " + parts[0] + "." + parts[1] + ".");
        wrong.put("other claims", "Bearer " + parts[0] + "." + encoded("{\"merchants\":[\"m1\"]}") + "." + parts[2]);
        wrong.put("another key of the same name", signed(header(JWSAlgorithm.RS256, key.getKeyID()), other, claims));
        wrong.put("the public key as a secret", hs256(key.toRSAPublicKey().getEncoded()));
        wrong.put("its text as a secret", hs256(key.toPublicJWK().toJSONString().getBytes(UTF_8)));
        wrong.put("another algorithm", signed(header(JWSAlgorithm.RS512, key.getKeyID()), key, claims));
        wrong.put(
                "a path as the key's name", signed(header(JWSAlgorithm.RS256, "../../../../dev/null"), other, claims));
        wrong.put("a statement as the key's name", signed(header(JWSAlgorithm.RS256, "' or 1=1; --"), other, claims));
        wrong.put("keys from elsewhere", signed(fromElsewhere(), other, claims));
        wrong.put("a key of its own", signed(ofItsOwn(other), other, claims));
        return wrong;
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId).build();
    }

    private static JWSHeader fromElsewhere() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("evil")
                .jwkURL(URI.create("http://localhost:1/keys"))
                .build();
    }

    private static JWSHeader ofItsOwn(RSAKey other) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(other.toPublicJWK())
                .build();
    }

    /** Signed as a good one is. */
    private String changed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        var others = change.apply(new JWTClaimsSet.Builder(claims)).build();
        return signed(header(JWSAlgorithm.RS256, key.getKeyID()), key, others);
    }

    private String hs256(byte[] secret) throws JOSEException {
        return signed(header(JWSAlgorithm.HS256, key.getKeyID()), new MACSigner(secret), claims);
    }

    private static String signed(JWSHeader header, RSAKey key, JWTClaimsSet claims) throws JOSEException {
        return signed(header, new RSASSASigner(key), claims);
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return "Bearer " + token.serialize();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
