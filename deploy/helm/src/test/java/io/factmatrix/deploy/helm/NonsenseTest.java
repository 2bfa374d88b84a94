package io.factmatrix.deploy.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes no sense is refused before anything is installed, with the name of the value. */
class NonsenseTest {

    static Stream<Arguments> nonsense() {
        return Stream.of(
                arguments("replicas", 3, "replicas"),
                arguments("gateway.replica", 3, "replica"),
                arguments("gateway.postgresql.pool", 9, "pool"),
                arguments("networkPolicy.webhooks", List.of(), "networkPolicy/webhooks"),
                arguments("programs.settings.fact\\.webhooks\\.key", "x", "fact.webhooks.key"),
                arguments("kol.postgresql.pasword", "x", "pasword"),
                arguments("programs.replicas", -1, "programs/replicas"),
                arguments("programs.replicas", "three", "programs/replicas"),
                arguments("programs.replicas", 1.5, "programs/replicas"),
                arguments("programs.resources.limits.memory", -5, "programs/resources/limits/memory"),
                arguments("programs.resources.limits.memory", "1 Gi", "programs/resources/limits/memory"),
                arguments("programs.autoscaling.cpuPercent", 0, "cpuPercent"),
                arguments("programs.settings.server\\.port", List.of(), "server.port"),
                arguments("programs.settings.colour", "red", "colour"),
                arguments("programs.settings.spring\\.datasource\\.password", "x", "spring.datasource.password"),
                arguments("programs.settings.fact\\.cursors\\.key", "x", "fact.cursors.key"),
                arguments("programs.settings.fact\\.peers\\.client-secret", "x", "fact.peers.client-secret"),
                arguments("image.repository", "https://registry.example.com", "image/repository"),
                arguments("image.tag", "a b", "image/tag"),
                arguments("image.pullPolicy", "Sometimes", "image/pullPolicy"),
                arguments("image.pullSecrets", "pull", "image/pullSecrets"),
                arguments("oidc.issuerUri", "id.example.com", "oidc/issuerUri"),
                arguments("oidc.issuerUri", "https://id.example.com?a=b", "oidc/issuerUri"),
                arguments("oidc.algorithms", List.of("HS256"), "oidc/algorithms"),
                arguments("oidc.algorithms", List.of(), "oidc/algorithms"),
                arguments("oidc.clockSkew", 5, "oidc/clockSkew"),
                arguments("postgresql.host", "jdbc:postgresql://a", "postgresql/host"),
                arguments("postgresql.port", 0, "postgresql/port"),
                arguments("postgresql.port", 65536, "postgresql/port"),
                arguments("postgresql.sslMode", "prefer", "postgresql/sslMode"),
                arguments("postgresql.poolSize", 7, "postgresql/poolSize"),
                arguments("kol.postgresql.database", "a?sslmode=disable", "kol/postgresql/database"),
                arguments("redis.tls", "yes", "redis/tls"),
                arguments("gateway.service.type", "ExternalName", "gateway/service/type"),
                arguments("gateway.secretName", "Not_A_Name", "gateway/secretName"),
                arguments("pods.logFormat", "xml", "pods/logFormat"),
                arguments("pods.annotations.a", 1, "pods/annotations/a"),
                arguments("networkPolicy.clients", List.of(Map.of()), "networkPolicy/clients"),
                arguments("networkPolicy.clients", List.of(Map.of("cidr", "0.0.0.0/0")), "cidr"),
                arguments("metrics.podMonitor.interval", "fast", "metrics/podMonitor/interval"),
                arguments(
                        "metrics.podMonitor.enabled",
                        true,
                        "networkPolicy.prometheus: empty (expected: a value, since metrics.podMonitor.enabled is true)"),
                arguments("metrics.serviceMonitor.enabled", true, "serviceMonitor"),
                arguments("tracing.sampled", 1.5, "tracing/sampled"),
                arguments("tracing.endpoint", "collector:4317", "tracing/endpoint"),
                arguments("httpRoute.parentRefs", List.of(Map.of("namespace", "edge")), "httpRoute/parentRefs"),
                arguments("shutdown.preStopSeconds", 0, "shutdown/preStopSeconds"),
                arguments(
                        "shutdown.gracePeriodSeconds",
                        64,
                        "shutdown.gracePeriodSeconds: 64 (expected: at least 65: preStopSeconds, drainSeconds and 25)"),
                arguments(
                        "shutdown.drainSeconds",
                        120,
                        "shutdown.gracePeriodSeconds: 70 (expected: at least 155: preStopSeconds, drainSeconds and 25)"),
                arguments(
                        "kol.autoscaling",
                        Map.of("enabled", true, "minReplicas", 9),
                        "kol.autoscaling.minReplicas: 9 (expected: at most maxReplicas, 6)"),
                arguments("ingress.enabled", true, "ingress.host: empty (expected: a value)"),
                arguments("httpRoute.enabled", true, "httpRoute.parentRefs: empty (expected: a value)"),
                arguments(
                        "ca.trustStoreKey",
                        "ca.p12",
                        "ca.trustStoreKey: ca.p12 (expected: a value for ca.configMap, too)"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("nonsense")
    void isRefusedByName(String path, Object value, String said) {
        assertThatThrownBy(() -> Chart.rendered(Map.of(path, value))).hasMessageContaining(said);
    }

    @Test
    void whatIsNeededIsAskedForByName() {
        for (var path : Chart.NEEDED.keySet()) {
            var others = new LinkedHashMap<>(Chart.NEEDED);
            others.remove(path);
            assertThatThrownBy(() -> Chart.text(List.of(), others))
                    .hasMessageContaining(path + ": empty (expected: a value");
        }
    }

    @Test
    void twoWaysInAreOneTooMany() {
        assertThatThrownBy(() -> Chart.rendered(Map.of(
                        "ingress.enabled",
                        true,
                        "ingress.host",
                        "fact.example.com",
                        "httpRoute.enabled",
                        true,
                        "httpRoute.parentRefs",
                        List.of(Map.of("name", "public")))))
                .hasMessageContaining("httpRoute.enabled: true (expected: false, since ingress.enabled is true)");
    }
}
