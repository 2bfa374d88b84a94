package io.factmatrix.deploy.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.factmatrix.deploy.local.data.PrivateFile;
import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** The key of a data folder: made once, so that a token outlives a restart. */
public final class SigningKey {

    private static final String AUDIENCE = "fact-matrix";
    private static final int BITS = 2048;

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /** The key of that data folder, made when there is none yet. */
    public static SigningKey of(Path data) {
        var file = data.resolve("issuer.key");
        try {
            return new SigningKey(Files.exists(file) ? RSAKey.parse(Files.readString(file)) : create(file));
        } catch (IOException e) {
            throw Failure.of("signing key", e);
        } catch (ParseException | JOSEException e) {
            throw new Failure("signing key " + file + ": " + e.getMessage(), e);
        }
    }

    private static RSAKey create(Path file) throws IOException, JOSEException {
        var key = new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
        PrivateFile.write(file, key.toJSONString());
        return key;
    }

    /** What a verifier needs, and no more. */
    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A token in its compact form. */
    public String sign(Grant grant, String issuer, Instant now) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims(grant, issuer, now));
        try {
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new Failure("token: " + e.getMessage(), e);
        }
    }

    private static JWTClaimsSet claims(Grant grant, String issuer, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(List.of(AUDIENCE))
                .subject("local")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(grant.ttl())))
                .claim("merchants", grant.merchants())
                .claim("roles", grant.words())
                .build();
    }
}
