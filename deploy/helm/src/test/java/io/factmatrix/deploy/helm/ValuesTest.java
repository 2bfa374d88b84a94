package io.factmatrix.deploy.helm;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Each value does something, is in the schema, and is told of in the README. */
class ValuesTest {

    private static final List<String> PROGRAMS = List.of("gateway", "livestream", "creator", "campaign", "kol");

    private static final List<Object> PEERS = List.of(Map.of("ipBlock", Map.of("cidr", "192.0.2.0/24")));
    private static final Map<String, Object> TRACED =
            Map.of("tracing.endpoint", "http://collector.example.com:4318/v1/traces");

    /** What must be said besides, for a value to have something to act on. */
    private static final Map<String, Map<String, Object>> BESIDES = Map.ofEntries(
            entry("ca.", Map.of("ca.configMap", "bundle", "ca.trustStoreKey", "ca.p12")),
            entry("ingress.", Map.of("ingress.enabled", true, "ingress.host", "fact.example.com")),
            entry(
                    "httpRoute.",
                    Map.of("httpRoute.enabled", true, "httpRoute.parentRefs", List.of(Map.of("name", "public")))),
            entry("metrics.podMonitor.", Map.of("metrics.podMonitor.enabled", true, "networkPolicy.prometheus", PEERS)),
            entry("metrics.prometheusRule.", Map.of("metrics.prometheusRule.enabled", true)),
            entry("metrics.dashboards.", Map.of("metrics.dashboards.enabled", true)),
            entry(
                    "networkPolicy.prometheus",
                    Map.of(
                            "metrics.podMonitor.enabled",
                            true,
                            "networkPolicy.prometheus",
                            List.of(Map.of("podSelector", Map.of())))),
            entry("tracing.", TRACED),
            entry("networkPolicy.tracing", TRACED),
            entry("networkPolicy.webhooks", Map.of("webhooks.enabled", true)),
            entry("programs.autoscaling.", Map.of("programs.autoscaling.enabled", true)));

    private static final Map<String, Object> RESOURCES = Map.of("requests", Map.of("cpu", "3"));

    /** A value of each, other than the default. */
    private static final Map<String, Object> OTHERS = others();

    private static Map<String, Object> others() {
        var others = new LinkedHashMap<>(Map.<String, Object>ofEntries(
                entry("fullnameOverride", "matrix"),
                entry("image.repository", "mirror.example.com"),
                entry("image.tag", "9"),
                entry("image.pullPolicy", "Always"),
                entry("image.pullSecrets", List.of("pull")),
                entry("oidc.issuerUri", "https://other.example.com"),
                entry("oidc.tokenUri", "https://other.example.com:8443/token"),
                entry("oidc.audience", "other"),
                entry("oidc.algorithms", List.of("ES256", "RS256")),
                entry("oidc.merchantsClaim", "https://example.com/merchants"),
                entry("oidc.rolesClaim", "realm_access.roles"),
                entry("oidc.clockSkew", "30s"),
                entry("postgresql.host", "other.example.com"),
                entry("postgresql.port", 5433),
                entry("postgresql.sslMode", "require"),
                entry("postgresql.poolSize", 32),
                entry("redis.host", "other.example.com"),
                entry("redis.port", 6380),
                entry("redis.tls", false),
                entry("redis.auth", false),
                entry("redis.username", "fact"),
                entry("ca.configMap", "other"),
                entry("ca.pemKey", "other.pem"),
                entry("ca.trustStoreKey", "other.p12"),
                entry("ca.trustStorePassword", "other"),
                entry("programs.replicas", 5),
                entry("programs.resources.requests.cpu", "3"),
                entry("programs.resources.requests.memory", "3Gi"),
                entry("programs.resources.limits.memory", "3Gi"),
                entry("programs.autoscaling.enabled", false),
                entry("programs.autoscaling.minReplicas", 3),
                entry("programs.autoscaling.maxReplicas", 7),
                entry("programs.autoscaling.cpuPercent", 50),
                entry("programs.jvmOptions", "-XX:+UseZGC"),
                entry("programs.settings", Map.of("fact.connection.most", 7)),
                entry("gateway.service.type", "LoadBalancer"),
                entry("gateway.service.port", 8000),
                entry("gateway.service.annotations", Map.of("a", "b")),
                entry("migrations.deadlineSeconds", 60),
                entry("migrations.resources.requests.cpu", "3"),
                entry("migrations.resources.requests.memory", "3Gi"),
                entry("migrations.resources.limits.memory", "3Gi"),
                entry("pods.annotations", Map.of("a", "b")),
                entry("pods.serviceAccountName", "other"),
                entry("pods.priorityClassName", "other"),
                entry("pods.nodeSelector", Map.of("a", "b")),
                entry("pods.tolerations", List.of(Map.of("key", "a", "operator", "Exists"))),
                entry("pods.whenNotSpread", "DoNotSchedule"),
                entry("pods.logFormat", ""),
                entry("shutdown.preStopSeconds", 5),
                entry("shutdown.drainSeconds", 20),
                entry("shutdown.gracePeriodSeconds", 90),
                entry("startup.seconds", 300),
                entry("ingress.enabled", false),
                entry("ingress.className", "nginx"),
                entry("ingress.annotations", Map.of("a", "b")),
                entry("ingress.host", "other.example.com"),
                entry("ingress.tlsSecretName", "other"),
                entry("httpRoute.enabled", false),
                entry("httpRoute.annotations", Map.of("a", "b")),
                entry(
                        "httpRoute.parentRefs",
                        List.of(Map.of("name", "other", "namespace", "edge", "sectionName", "https"))),
                entry("httpRoute.hostnames", List.of("fact.example.com")),
                entry("networkPolicy.enabled", false),
                entry("networkPolicy.clients", PEERS),
                entry("networkPolicy.postgresql", PEERS),
                entry("networkPolicy.redis", PEERS),
                entry("networkPolicy.issuer", PEERS),
                entry("webhooks.enabled", true),
                entry("networkPolicy.webhooks", PEERS),
                entry("gateway.postgresql.poolSize", 20),
                entry("networkPolicy.dns", PEERS),
                entry("networkPolicy.tracing", PEERS),
                entry("networkPolicy.prometheus", PEERS),
                entry("metrics.podMonitor.enabled", false),
                entry("metrics.podMonitor.interval", "15s"),
                entry("metrics.podMonitor.labels", Map.of("release", "prometheus")),
                entry("metrics.prometheusRule.enabled", false),
                entry("metrics.prometheusRule.labels", Map.of("release", "prometheus")),
                entry("metrics.prometheusRule.runbook", "https://wiki.example.com/runbook"),
                entry("metrics.dashboards.enabled", false),
                entry("metrics.dashboards.labels", Map.of("folder", "fact")),
                entry("tracing.endpoint", "https://other.example.com/v1/traces"),
                entry("tracing.sampled", 1)));
        for (var program : PROGRAMS) {
            others.put(program + ".secretName", "other");
            others.put(program + ".ownerSecretName", "other");
            others.put(program + ".clientId", "other");
            others.put(program + ".postgresql.database", "other");
            others.put(program + ".postgresql.username", "other");
            others.put(program + ".postgresql.ownerUsername", "other");
        }
        return others;
    }

    @Test
    void eachValueHasAnEffect() {
        assertThat(OTHERS.keySet()).isEqualTo(leaves(Chart.values()));
        var unchanged = new LinkedHashMap<Map<String, Object>, String>();

        OTHERS.forEach((path, other) -> {
            var besides = besides(path);
            var before = unchanged.computeIfAbsent(
                    besides, values -> Chart.rendered(values).text());
            var values = new LinkedHashMap<>(besides);
            values.put(path, other);
            assertThat(Chart.rendered(values).text()).as(path).isNotEqualTo(before);
        });
    }

    @Test
    void eachValueOfAnotherKindIsRefusedByName() {
        for (var path : OTHERS.keySet()) {
            Object wrong = OTHERS.get(path) instanceof List<?> || OTHERS.get(path) instanceof Map<?, ?>
                    ? "nonsense"
                    : List.of("nonsense");
            assertThatThrownBy(() -> Chart.rendered(Map.of(path, wrong)))
                    .as(path)
                    .hasMessageContaining(path.replace('.', '/'));
        }
    }

    @Test
    void whatHoldsForAllCanBeSaidOtherwiseForEach() {
        var before = Chart.rendered().text();
        var overrides = new LinkedHashMap<String, Object>(Map.of(
                "replicas",
                7,
                "resources",
                RESOURCES,
                "autoscaling",
                Map.of("enabled", true),
                "jvmOptions",
                "-Xss1m",
                "settings",
                Map.of("fact.connection.most", 7)));
        for (var program : PROGRAMS) {
            overrides.forEach((key, value) -> assertThat(
                            Chart.rendered(Map.of(program + "." + key, value)).text())
                    .as(program + "." + key)
                    .isNotEqualTo(before));
            Map.of("host", "own.example.com", "port", 1, "sslMode", "disable", "poolSize", 99)
                    .forEach((key, value) -> assertThat(Chart.rendered(Map.of(program + ".postgresql." + key, value))
                                    .text())
                            .as(program + "." + key)
                            .isNotEqualTo(before));
        }
    }

    @Test
    void theReadmeTellsOfEachValue() throws IOException {
        var readme = Files.readString(Chart.FOLDER.resolve("README.md"));

        for (var path : leaves(Chart.values())) {
            var program = path.substring(0, Math.max(0, path.indexOf('.')));
            var known = PROGRAMS.contains(program) ? "PROGRAM" + path.substring(program.length()) : path;
            assertThat(readme).as(path).containsAnyOf("`" + known + "`", "`" + path + "`");
        }
    }

    @Test
    void theSchemaHasNoValueThatTheChartHasNot() throws IOException {
        Map<String, Object> schema = new Yaml().load(Files.readString(Chart.FOLDER.resolve("values.schema.json")));

        // What Helm itself gives to every chart.
        assertThat(properties(schema)).isEqualTo(with(Chart.values().keySet(), "global"));
        for (var group : List.of(
                "image",
                "oidc",
                "postgresql",
                "redis",
                "ca",
                "programs",
                "pods",
                "metrics",
                "tracing",
                "shutdown",
                "networkPolicy")) {
            assertThat(properties(within(within(schema, "properties"), group)))
                    .as(group)
                    .isEqualTo(within(Chart.values(), group).keySet());
        }
    }

    private static Map<String, Object> besides(String path) {
        return BESIDES.entrySet().stream()
                .filter(each -> path.startsWith(each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Map.of());
    }

    private static Set<String> leaves(Map<String, Object> values) {
        var leaves = new LinkedHashSet<String>();
        collect("", values, leaves);
        return leaves;
    }

    private static void collect(String prefix, Map<String, Object> values, Set<String> leaves) {
        values.keySet().forEach(key -> {
            if (values.get(key) instanceof Map<?, ?> map && !map.isEmpty()) {
                collect(prefix + key + ".", within(values, key), leaves);
            } else {
                leaves.add(prefix + key);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> within(Map<String, Object> values, String key) {
        if (values.get(key) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new AssertionError("no object: " + key);
    }

    private static Set<String> properties(Map<String, Object> schema) {
        return within(schema, "properties").keySet();
    }

    private static Set<String> with(Set<String> all, String one) {
        var more = new LinkedHashSet<>(new ArrayList<>(all));
        more.add(one);
        return more;
    }
}
