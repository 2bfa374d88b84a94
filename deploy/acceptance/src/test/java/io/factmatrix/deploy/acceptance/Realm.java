package io.factmatrix.deploy.acceptance;

import java.util.ArrayList;
import java.util.List;

/** A realm of {@link Keycloak}, as it imports one: clients that ask for tokens with a secret, each with roles of its own. */
final class Realm {

    private static final String FOR_US = """
            {"name": "for us", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
             "config": {"included.custom.audience": "fact-matrix", "access.token.claim": "true"}},
            """;

    private final String name;
    private final List<String> clients = new ArrayList<>();
    private final List<String> users = new ArrayList<>();

    Realm(String name) {
        this.name = name;
    }

    Realm client(String client, String merchants, String role) {
        return client(client, merchants, role, "{}", FOR_US);
    }

    Realm clientWith(String attributes, String client, String merchants, String role) {
        return client(client, merchants, role, attributes, FOR_US);
    }

    /** One whose tokens are meant for others. */
    Realm stranger(String client, String merchants, String role) {
        return client(client, merchants, role, "{}", "");
    }

    private Realm client(String client, String merchants, String role, String attributes, String audience) {
        clients.add("""
                {"clientId": "%1$s", "secret": "%1$s-secret", "serviceAccountsEnabled": true, "standardFlowEnabled": false,
                 "attributes": %2$s, "protocolMappers": [%3$s
                  {"name": "its merchants", "protocol": "openid-connect", "protocolMapper": "oidc-hardcoded-claim-mapper",
                   "config": {"claim.name": "tenancy.merchants", "claim.value": "%4$s", "jsonType.label": "JSON",
                              "access.token.claim": "true"}}]}
                """.formatted(client, attributes, audience, merchants.replace("\"", "\\\"")));
        users.add("""
                {"username": "service-account-%1$s", "enabled": true, "serviceAccountClientId": "%1$s", "realmRoles": ["%2$s"]}
                """.formatted(client, role));
        return this;
    }

    String name() {
        return name;
    }

    String json() {
        return """
                {"realm": "%s", "enabled": true, "sslRequired": "none",
                 "roles": {"realm": [{"name": "operator"}, {"name": "goods"}]},
                 "clients": [%s],
                 "users": [%s]}
                """.formatted(name, String.join(", ", clients), String.join(", ", users));
    }
}
