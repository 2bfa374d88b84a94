package io.factmatrix.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What is tried on a laptop is what runs on a cluster. */
class ComposeTest {

    private static final List<String> PROGRAMS = List.of("gateway", "livestream", "creator", "campaign", "kol");

    /** What of a service is used here, by the Compose Specification. */
    private static final Set<String> MEMBERS = Set.of(
            "image",
            "restart",
            "read_only",
            "user",
            "cap_drop",
            "security_opt",
            "tmpfs",
            "mem_limit",
            "stop_grace_period",
            "entrypoint",
            "command",
            "depends_on",
            "ports",
            "environment",
            "configs",
            "volumes",
            "healthcheck");

    private static final Map<String, Object> COMPOSE = read();
    private static final Map<String, Object> SERVICES = within(COMPOSE, "services");

    /** As the chart says it to the same program, where nothing is encrypted. */
    private static final Manifests CHART =
            Chart.rendered(Map.of("redis.tls", false, "redis.auth", false, "webhooks.enabled", true));

    private static Map<String, Object> read() {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            return new Yaml(strict).load(Files.readString(Path.of("..", "compose.yaml")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingIsSaidThatComposeDoesNotKnow() {
        assertThat(COMPOSE.keySet())
                .filteredOn(key -> !key.startsWith("x-"))
                .containsExactlyInAnyOrder("name", "services", "volumes", "configs");
        SERVICES.keySet()
                .forEach(name ->
                        assertThat(within(SERVICES, name).keySet()).as(name).isSubsetOf(MEMBERS));
    }

    @Test
    void allThatIsNamedIsThere() {
        for (var name : SERVICES.keySet()) {
            var service = within(SERVICES, name);
            within(service, "depends_on").forEach((other, how) -> {
                assertThat(SERVICES).containsKey(other);
                assertThat(how).isEqualTo(Map.of("condition", condition(other)));
            });
            texts(service.get("volumes"))
                    .forEach(volume -> assertThat(within(COMPOSE, "volumes")).containsKey(volume.split(":", 2)[0]));
            maps(service.get("configs"))
                    .forEach(config ->
                            assertThat(within(COMPOSE, "configs")).containsKey(String.valueOf(config.get("source"))));
            assertThat(texts(service.get("ports"))).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
        }
    }

    /** A migration is waited for to its end, a store until it answers; the programs do without each other. */
    private static String condition(String service) {
        return service.endsWith("-migration")
                ? "service_completed_successfully"
                : within(SERVICES, service).containsKey("healthcheck") ? "service_healthy" : "service_started";
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "livestream", "creator", "campaign", "kol"})
    void aProgramIsWhatItIsOnACluster(String program) {
        isTheSame(program, CHART.pod(program).getSpec().getContainers().get(0));
        isTheSame(
                program + "-migration",
                CHART.pod(program + "-migration").getSpec().getContainers().get(0));
        assertThat(within(SERVICES, program + "-migration").get("entrypoint"))
                .isEqualTo(CHART.pod(program + "-migration")
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getCommand());
    }

    private static void isTheSame(String name, Container container) {
        var service = within(SERVICES, name);
        var image = container.getImage().replace("registry.example.com/fact-matrix", "${FACT_IMAGES:-localhost}");
        var tag = image.lastIndexOf(':') + 1;
        assertThat(service.get("image"))
                .isEqualTo(image.substring(0, tag) + "${FACT_TAG:-" + image.substring(tag) + "}");
        // What a program asks for is tested with the chart's variables.
        assertThat(within(service, "environment").keySet())
                .as(name)
                .isSubsetOf(container.getEnv().stream().map(EnvVar::getName).toList());
        assertThat(service)
                .containsEntry("read_only", true)
                .containsEntry("user", "10001:10001")
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsEntry("tmpfs", List.of("/tmp:size=256m"));
    }

    @Test
    void programsFindEachOtherWhereTheyListen() {
        for (var program : PROGRAMS) {
            var told = within(within(SERVICES, program), "environment");
            var prefix = program.equals("gateway") ? "FACT_FIELDS_" : "FACT_PEERS_";
            for (var other : PROGRAMS.subList(1, PROGRAMS.size())) {
                var port = CHART.pod(other)
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getPorts()
                        .get(0)
                        .getContainerPort();
                assertThat(told.get(prefix + other.toUpperCase(Locale.ROOT)))
                        .as("%s asks %s", program, other)
                        .isEqualTo(program.equals(other) ? null : "http://" + other + ":" + port);
            }
        }
        assertThat(within(SERVICES, "gateway").get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
    }

    @Test
    void databasesAreMadeAsForACluster() throws IOException {
        var readme = Files.readString(Chart.FOLDER.resolve("README.md"));
        var statements = readme.substring(readme.indexOf("```sql\n") + 7, readme.indexOf("```\n\nA server"));

        assertThat(within(within(COMPOSE, "configs"), "databases").get("content"))
                .isEqualTo(PROGRAMS.stream()
                        .map(program -> statements
                                .replace("livestream", program)
                                .replace("OWNER-PASSWORD", "owner")
                                .replace("APP-PASSWORD", "app"))
                        .collect(Collectors.joining()));
    }

    @Test
    void theIssuerKnowsWhoIsToldToAskIt() {
        Map<String, Object> realm = new Yaml()
                .load(String.valueOf(within(within(COMPOSE, "configs"), "realm").get("content")));
        var clients = maps(realm.get("clients")).stream()
                .collect(Collectors.toMap(client -> client.get("clientId"), client -> client.get("secret")));

        for (var program : PROGRAMS) {
            var told = within(within(SERVICES, program), "environment");
            var prefix = program.equals("gateway") ? "FACT_FIELDS_" : "FACT_PEERS_";
            assertThat(clients).containsEntry(told.get(prefix + "CLIENTID"), told.get(prefix + "CLIENTSECRET"));
            var issuer = URI.create(String.valueOf(told.get("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI")));
            assertThat(issuer.getPath()).isEqualTo("/realms/" + realm.get("realm"));
            assertThat("http://" + issuer.getAuthority())
                    .isEqualTo(within(within(SERVICES, issuer.getHost()), "environment")
                            .get("KC_HOSTNAME"));
        }
    }

    private static Map<String, Object> within(Map<String, Object> map, String key) {
        @SuppressWarnings("unchecked")
        var inner = (Map<String, Object>) map.getOrDefault(key, Map.of());
        return inner;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return list instanceof List<?> values
                ? values.stream().map(value -> (Map<String, Object>) value).toList()
                : List.of();
    }
}
