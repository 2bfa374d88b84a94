package io.factmatrix.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the programs are told to call, they may call; and nothing else. */
class FlowsTest {

    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/.*");

    private static final Manifests MADE = Chart.rendered(Map.of(
            "oidc.tokenUri", "https://token.example.com:8443/token",
            "postgresql.port", 5433,
            "kol.postgresql.port", 6432,
            "redis.port", 6380,
            "tracing.endpoint", "http://collector.example.com:4318/v1/traces"));

    @Test
    void eachPodMayCallWhatItIsToldAndNothingElse() {
        for (var pod : MADE.pods()) {
            assertThat(allowed(pod)).as(Manifests.component(pod)).isEqualTo(needed(pod));
        }
    }

    @Test
    void eachPodIsCalledByThoseWhoAreToldOfIt() {
        for (var called : MADE.pods()) {
            var callers = new TreeSet<String>();
            for (var pod : MADE.pods()) {
                if (needed(pod).contains(place(called))) {
                    callers.add(Manifests.component(pod));
                }
            }
            assertThat(callersOf(called)).as(Manifests.component(called)).isEqualTo(callers);
        }
    }

    @Test
    void whatNoPolicyNamesIsDenied() {
        var denial = MADE.one(NetworkPolicy.class, "nothing").getSpec();

        assertThat(denial.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(denial.getIngress()).isEmpty();
        assertThat(denial.getEgress()).isEmpty();
        assertThat(MADE.pods()).allMatch(pod -> Manifests.selects(denial.getPodSelector(), pod));
    }

    @Test
    void nobodyReachesTheManagementPortButPrometheusWhenItReads() {
        List<Object> prometheus =
                List.of(Map.of("namespaceSelector", Map.of("matchLabels", Map.of("name", "observe"))));
        var read = Chart.rendered(Map.of("metrics.podMonitor.enabled", true, "networkPolicy.prometheus", prometheus));

        assertThat(managed(MADE)).isEmpty();
        assertThat(managed(read)).hasSize(5).allSatisfy((port, peers) -> {
            assertThat(port).isBetween(9080, 9084);
            assertThat(ChartTest.only(peers).getNamespaceSelector().getMatchLabels())
                    .containsExactly(Map.entry("name", "observe"));
        });
    }

    /** Who may call a management port, by that port. */
    private static Map<Integer, List<NetworkPolicyPeer>> managed(Manifests made) {
        return made.every(NetworkPolicy.class).stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> rule.getPorts().get(0).getPort().getIntVal() >= 9080)
                .collect(Collectors.toMap(
                        rule -> rule.getPorts().get(0).getPort().getIntVal(), rule -> rule.getFrom()));
    }

    @Test
    void webhooksLeaveTheGatewayAloneAndGoNowhereWithin() {
        var made = Chart.rendered(Map.of("webhooks.enabled", true));

        var outside = made.every(NetworkPolicy.class).stream()
                .filter(policy -> policy.getSpec().getEgress().stream()
                        .flatMap(rule -> rule.getTo().stream())
                        .anyMatch(peer -> peer.getIpBlock() != null))
                .toList();
        assertThat(outside).containsExactly(made.one(NetworkPolicy.class, "gateway"));
        var rules = outside.get(0).getSpec().getEgress().stream()
                .filter(rule -> rule.getTo().stream().anyMatch(peer -> peer.getIpBlock() != null))
                .toList();
        var rule = ChartTest.only(rules);
        assertThat(rule.getPorts()).extracting(FlowsTest::text).containsExactly("443/TCP");
        for (var address : List.of(
                "10.0.0.1",
                "172.31.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "127.0.0.1",
                "100.64.0.1",
                "fd00::1",
                "fe80::1",
                "::1")) {
            assertThat(reaches(rule.getTo(), address)).as(address).isFalse();
        }
        assertThat(reaches(rule.getTo(), "203.0.113.7")).isTrue();
        assertThat(reaches(rule.getTo(), "2001:db8::7")).isTrue();
    }

    private static boolean reaches(List<NetworkPolicyPeer> peers, String address) {
        return peers.stream()
                .map(NetworkPolicyPeer::getIpBlock)
                .anyMatch(block -> Cidr.of(block.getCidr()).holds(Cidr.of(address))
                        && block.getExcept().stream()
                                .noneMatch(except -> Cidr.of(except).holds(Cidr.of(address))));
    }

    @Test
    void clientsMayCallTheGatewayAloneAndOnlyThoseThatAreNamed() {
        Map<String, Object> zone = Map.of("namespaceSelector", Map.of("matchLabels", Map.of("zone", "edge")));
        var made = Chart.rendered(Map.of("networkPolicy.clients", List.of(zone)));

        assertThat(made.every(NetworkPolicy.class))
                .filteredOn(policy -> policy.getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getFrom().stream())
                        .anyMatch(peer -> peer.getNamespaceSelector() != null))
                .containsExactly(made.one(NetworkPolicy.class, "gateway"));
    }

    /** Host and port of all that a pod's variables name, and of the servers of names. */
    private static Set<String> needed(PodTemplateSpec pod) {
        var needed = new TreeSet<>(Set.of("*:53/TCP", "*:53/UDP"));
        var told = pod.getSpec().getContainers().get(0).getEnv();
        for (var variable : told) {
            var value = Objects.requireNonNullElse(variable.getValue(), "");
            var database = JDBC.matcher(value);
            if (database.matches()) {
                needed.add("*:" + database.group(2) + "/TCP");
            } else if (value.startsWith("http")) {
                needed.add(place(URI.create(value)));
            } else if (variable.getName().equals("SPRING_DATA_REDIS_PORT")) {
                needed.add("*:" + value + "/TCP");
            }
        }
        assertThat(told).extracting(EnvVar::getName).isNotEmpty();
        return needed;
    }

    /** A pod of this release, where it is one's service; else any place with that port. */
    private static String place(URI uri) {
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return MADE.every(Service.class).stream()
                .filter(service -> service.getMetadata().getName().equals(uri.getHost()))
                .findFirst()
                .map(service -> {
                    assertThat(service.getSpec().getPorts().get(0).getPort()).isEqualTo(port);
                    return service.getSpec().getSelector().get("app.kubernetes.io/component") + ":" + port + "/TCP";
                })
                .orElse("*:" + port + "/TCP");
    }

    /** Where it listens. */
    private static String place(PodTemplateSpec pod) {
        var ports = pod.getSpec().getContainers().get(0).getPorts();
        return Manifests.component(pod) + ":"
                + (ports.isEmpty() ? "none" : ports.get(0).getContainerPort()) + "/TCP";
    }

    private static Set<String> allowed(PodTemplateSpec pod) {
        var allowed = new TreeSet<String>();
        for (var policy : policies(pod)) {
            for (var rule : policy.getSpec().getEgress()) {
                for (var port : rule.getPorts()) {
                    allowed.add(component(rule.getTo()) + ":" + text(port));
                }
            }
        }
        return allowed;
    }

    private static Set<String> callersOf(PodTemplateSpec pod) {
        var callers = new TreeSet<String>();
        for (var policy : policies(pod)) {
            for (var rule : policy.getSpec().getIngress()) {
                assertThat(rule.getPorts()).hasSize(1);
                assertThat(Manifests.component(pod) + ":" + text(rule.getPorts().get(0)))
                        .isEqualTo(place(pod));
                rule.getFrom().forEach(peer -> callers.add(component(List.of(peer))));
            }
        }
        return callers;
    }

    private static List<NetworkPolicy> policies(PodTemplateSpec pod) {
        return MADE.every(NetworkPolicy.class).stream()
                .filter(policy -> Manifests.selects(policy.getSpec().getPodSelector(), pod))
                .toList();
    }

    private static String component(List<NetworkPolicyPeer> peers) {
        if (peers.isEmpty() || peers.get(0).getPodSelector() == null) {
            return "*";
        }
        LabelSelector selector = ChartTest.only(peers).getPodSelector();
        var found = MADE.pods().stream()
                .filter(pod -> Manifests.selects(selector, pod))
                .map(Manifests::component)
                .toList();
        return ChartTest.only(found);
    }

    private static String text(NetworkPolicyPort port) {
        return port.getPort().getIntVal() + "/" + port.getProtocol();
    }
}
