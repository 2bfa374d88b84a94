package io.factmatrix.ledger.peers;

import io.factmatrix.ledger.domain.event.Field;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other services are, {@code fact.peers.*}, and who this one is to them: a client of the OIDC provider whose tokens
 * hold the role {@code ledger}. A service without a URI is not followed:
 * this one itself, first of all.
 *
 * @param tokenUri where the provider gives tokens for client credentials
 */
@ConfigurationProperties("fact.peers")
public record PeersProperties(
        @Nullable URI livestream,
        @Nullable URI creator,
        @Nullable URI campaign,
        @Nullable URI kol,
        @Nullable URI tokenUri,
        @Nullable String clientId,
        @Nullable String clientSecret) {

    /** Null of a service that is not followed. */
    public @Nullable URI of(Field field) {
        return switch (field) {
            case UNATTRIBUTED, LIVESTREAM -> livestream;
            case CREATOR -> creator;
            case CAMPAIGN -> campaign;
            case KOL -> kol;
        };
    }
}
