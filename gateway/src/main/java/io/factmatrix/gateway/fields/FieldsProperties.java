package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.domain.FieldService;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services are: {@code fact.fields.*}, base URIs. */
@ConfigurationProperties("fact.fields")
public record FieldsProperties(
        @DefaultValue("http://localhost:8081") URI livestream,
        @DefaultValue("http://localhost:8082") URI creator,
        @DefaultValue("http://localhost:8083") URI campaign,
        @DefaultValue("http://localhost:8084") URI kol) {

    public URI of(FieldService service) {
        return switch (service) {
            case LIVESTREAM -> livestream;
            case CREATOR -> creator;
            case CAMPAIGN -> campaign;
            case KOL -> kol;
        };
    }
}
