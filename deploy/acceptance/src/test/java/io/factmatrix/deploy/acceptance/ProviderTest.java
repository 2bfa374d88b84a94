package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.gateway.Gateway;
import io.factmatrix.kit.testing.OwnThreads;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;

/** Any OIDC provider will do: here Keycloak, whose roles lie within another claim. */
@TestInstance(Lifecycle.PER_CLASS)
class ProviderTest {

    private static final String VIEW = "from=2026-06-01&to=2026-06-02";

    private Keycloak keycloak;
    private ConfigurableApplicationContext gateway;

    @BeforeAll
    void start() {
        var one = "[\"m1\"]";
        keycloak = new Keycloak(
                new Realm("fact")
                        .client("erp", "[\"m1\", \"m2\"]", "operator")
                        .client("buyer", one, "goods")
                        .clientWith("{\"access.token.lifespan\": \"3\"}", "brief", one, "operator")
                        .clientWith("{\"access.token.signed.response.alg\": \"ES256\"}", "elliptic", one, "operator")
                        .stranger("elsewhere", one, "operator"),
                new Realm("other").client("erp", one, "operator"));
        gateway = gateway();
    }

    @AfterAll
    void stop() {
        gateway.close();
        keycloak.close();
    }

    @Test
    void aTokenOfItSaysWhoMayDoWhat() {
        var erp = keycloak.token("fact", "erp");
        // No field is there to be asked.
        assertThat(view(gateway, erp, "m1").status()).isEqualTo(200);
        assertThat(view(gateway, erp, "m2").status()).isEqualTo(200);
        Asserting.problem(view(gateway, erp, "m3"), 404);
        Asserting.problem(view(gateway, keycloak.token("fact", "buyer"), "m1"), 403);
        Asserting.problem(view(gateway, keycloak.token("fact", "buyer"), "m2"), 404);
    }

    @Test
    void aTokenForSomebodyElseIsNone() {
        Asserting.problem(view(gateway, keycloak.token("fact", "elsewhere"), "m1"), 401);
        Asserting.problem(view(gateway, keycloak.token("other", "erp"), "m1"), 401);
    }

    @Test
    void aTokenLastsAsLongAsItSays() {
        var brief = keycloak.token("fact", "brief");
        assertThat(view(gateway, brief, "m1").status()).isEqualTo(200);
        await().until(() -> view(gateway, brief, "m1").status() == 401);
    }

    @Test
    void onlyTheAlgorithmsThatWereChosenAreBelieved() {
        var elliptic = keycloak.token("fact", "elliptic");
        Asserting.problem(view(gateway, elliptic, "m1"), 401);
        try (var other = gateway("spring.security.oauth2.resourceserver.jwt.jws-algorithms=ES256")) {
            assertThat(view(other, elliptic, "m1").status()).isEqualTo(200);
            Asserting.problem(view(other, keycloak.token("fact", "erp"), "m1"), 401);
        }
    }

    @Test
    void aKeyThatIsNewIsFound() {
        assertThat(view(gateway, keycloak.token("fact", "erp"), "m1").status()).isEqualTo(200);
        keycloak.rotateKeys("fact");
        assertThat(view(gateway, keycloak.token("fact", "erp"), "m1").status()).isEqualTo(200);
    }

    private static Answer view(ConfigurableApplicationContext gateway, String token, String merchant) {
        var port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        return new MerchantApi(URI.create("http://127.0.0.1:" + port), () -> token, merchant).view(VIEW);
    }

    private ConfigurableApplicationContext gateway(String... settings) {
        var told = new ArrayList<>(List.of(
                "server.port=0",
                "management.server.port=0",
                "spring.main.banner-mode=off",
                "fact.cursors.key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + keycloak.issuer("fact"),
                "fact.token.merchants-claim=tenancy.merchants",
                "fact.token.roles-claim=realm_access.roles"));
        for (var field : List.of("livestream", "creator", "campaign", "kol")) {
            // Nobody listens there.
            told.add("fact.fields." + field + "=http://127.0.0.1:1");
        }
        told.add("spring.data.redis.port=1");
        told.add("spring.flyway.enabled=false");
        told.addAll(List.of(settings));
        return Gateway.application()
                .initializers(OwnThreads::of)
                .run(told.stream().map("--"::concat).toArray(String[]::new));
    }
}
