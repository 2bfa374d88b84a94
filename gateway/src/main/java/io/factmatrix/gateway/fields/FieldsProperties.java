package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.ledger.peers.OwnTokens;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are: {@code fact.fields.*}, base URIs; and who the gateway is to them when it asks in its own name: a client of the
 * OIDC provider whose tokens hold the role {@code ledger}. Without that it serves what callers ask in theirs.
 *
 * @param tokenUri where the provider gives tokens for client credentials
 */
@ConfigurationProperties("fact.fields")
public record FieldsProperties(
        @DefaultValue("http://localhost:8081") URI livestream,
        @DefaultValue("http://localhost:8082") URI creator,
        @DefaultValue("http://localhost:8083") URI campaign,
        @DefaultValue("http://localhost:8084") URI kol,
        @Nullable URI tokenUri,
        @Nullable String clientId,
        @Nullable String clientSecret) {

    /** Null when it has no credentials. */
    public @Nullable OwnTokens ownTokens() {
        return tokenUri == null || clientId == null || clientSecret == null
                ? null
                : new OwnTokens(tokenUri, clientId, clientSecret);
    }

    public URI of(FieldService service) {
        return switch (service) {
            case LIVESTREAM -> livestream;
            case CREATOR -> creator;
            case CAMPAIGN -> campaign;
            case KOL -> kol;
        };
    }
}
