package io.factmatrix.deploy.helm;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What a real API server and its controllers make of the chart. README.md says how to get them. */
class ApiServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GIVEN = Path.of("src", "test", "kubernetes");
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern OF_NODES = Pattern.compile(" (logs|describe|port-forward|debug)( |$)");

    /** All that is made only if it is wanted. */
    private static final Map<String, Object> ALL = Map.ofEntries(
            Map.entry("programs.autoscaling.enabled", true),
            Map.entry("metrics.podMonitor.enabled", true),
            Map.entry("metrics.prometheusRule.enabled", true),
            Map.entry("metrics.dashboards.enabled", true),
            Map.entry("networkPolicy.prometheus", List.of(Map.of("namespaceSelector", Map.of()))),
            Map.entry("tracing.endpoint", "http://collector.observe:4318/v1/traces"),
            Map.entry("httpRoute.enabled", true),
            Map.entry("httpRoute.parentRefs", List.of(Map.of("name", "public"))),
            Map.entry("webhooks.enabled", true));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path work;

    @SuppressWarnings("NullAway.Init")
    private static ControlPlane plane;

    @SuppressWarnings("NullAway.Init")
    private static Kubelet kubelet;

    @BeforeAll
    static void start() throws Exception {
        var absent = ControlPlane.absent();
        if (!absent.isEmpty()) {
            System.err.println("\n!!! SKIPPED: no " + absent + " here: no API server was asked\n");
        }
        assumeTrue(absent.isEmpty(), () -> "no " + absent);
        plane = ControlPlane.start(work);
        must("apply", "--filename=" + GIVEN.resolve("operators.yaml"));
        if (!plane.release().hasStandards()) {
            must("apply", "--filename=" + GIVEN.resolve("restricted.yaml"));
        }
        namespace("fact");
        kubelet = Kubelet.start(plane.kubectl());
    }

    @AfterAll
    static void stop() {
        if (kubelet != null) {
            kubelet.close();
        }
        if (plane != null) {
            plane.close();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(1, MINUTES);
    }

    private static String must(String... arguments) {
        return plane.kubectl().must(arguments);
    }

    private static void namespace(String name) {
        must("create", "namespace", name);
        must("label", "namespace", name, "pod-security.kubernetes.io/enforce=restricted");
        soon().until(() -> plane.kubectl()
                .run("get", "serviceaccount", "default", "--namespace=" + name)
                .good());
    }

    @ParameterizedTest
    @ValueSource(strings = {"values.yaml", "values-small.yaml", "values-production.yaml", "values-huge.yaml"})
    void everyFileOfValuesIsTaken(String file) {
        isTaken(Chart.rendered(file));
    }

    @Test
    void whatIsSaidAtLengthIsTaken() {
        isTaken(Chart.rendered(ApiRulesTest.MUCH));
    }

    @Test
    void theExampleOfTheReadmeIsTaken() throws Exception {
        var readme = Files.readString(Chart.FOLDER.resolve("README.md"));
        var example = readme.substring(readme.indexOf("```yaml\n") + 8);

        isTaken(Chart.rendered(new Yaml().<Map<String, Object>>load(example.substring(0, example.indexOf("```")))));
    }

    @Test
    void whatIsMadeOnlyIfItIsWantedIsTaken() {
        var made = Chart.rendered(ALL);

        assertThat(made.all())
                .extracting(each -> each.getKind())
                .contains("HorizontalPodAutoscaler", "PodMonitor", "PrometheusRule", "ConfigMap", "HTTPRoute");
        isTaken(made);
    }

    private static void isTaken(Manifests made) {
        var ran = asked(made.text());

        assertThat(ran.good()).as(ran.error()).isTrue();
        assertThat(ran.out().lines()).hasSameSizeAs(made.all());
    }

    private static Ran asked(String manifests) {
        return plane.kubectl()
                .with(
                        plane.release().said(manifests),
                        "apply",
                        "--server-side",
                        "--dry-run=server",
                        "--validate=strict",
                        "--namespace=fact");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    name: fact-fact-matrix-kol$            | name: Kol                          | metadata.name
                    app.kubernetes.io/version: .*           | app.kubernetes.io/version: "a b"   | labels
                    \\{name: http, containerPort: 8081,   | {name: http-of-livestream, containerPort: 8081, | ports[0].name
                    name: FACT_CURSORS_KEY                  | name: FACT=CURSORS                 | env[
                    \\{name: tmp, mountPath: /tmp\\}        | {name: temp, mountPath: /tmp}      | volumeMounts[0].name
                    periodSeconds: 5                        | periodSeconds: -1                  | periodSeconds
                    memory: 768Mi                           | memory: 2Gi                        | requests
                    restartPolicy: Never                    | restartPolicy: Always              | restartPolicy
                    topologyKey: topology.kubernetes.io/zone | topologyKey: kubernetes.io/hostname | topologySpreadConstraints
                    readinessProbe:                         | readynessProbe:                    | readynessProbe
                    containerPort: 8081,                    | containerPort: many,                 | containerPort
                    """)
    void whatIsWrongIsRefusedByName(String right, String wrong, String name) {
        var text = Chart.rendered().text();
        var changed = text.replaceAll("(?m)" + right, wrong);
        var ran = asked(changed);

        assertThat(changed).isNotEqualTo(text);
        assertThat(ran.good()).isFalse();
        assertThat(ran.error()).contains(name);
    }

    @Test
    void aReleaseIsInstalledUpgradedAndTakenAway() throws Exception {
        namespace("whole");
        var release = release("whole");

        release.install("values-small.yaml", Map.of());
        var services = addresses("whole");
        podsAreWhatTheyWereToBe("whole", 5);

        release.upgrade("values-production.yaml", ALL);
        podsAreWhatTheyWereToBe("whole", 11);
        assertThat(addresses("whole")).isEqualTo(services);

        release.upgrade("values-huge.yaml", ALL);
        podsAreWhatTheyWereToBe("whole", 22);
        assertThat(addresses("whole")).isEqualTo(services);

        release.upgrade("values-small.yaml", Map.of());
        podsAreWhatTheyWereToBe("whole", 5);
        assertThat(addresses("whole")).isEqualTo(services);
        assertThat(names("whole", "hpa,pdb,podmonitor,prometheusrule,httproute"))
                .isEmpty();

        release.uninstall();
        soon().untilAsserted(() -> assertThat(
                        names("whole", "deployment,pod,job,service,networkpolicy,hpa,pdb,configmap,secret"))
                .filteredOn(name -> name.contains("fact"))
                .isEmpty());
    }

    /** But for those that need a node, and what it ran. */
    @Test
    void everyCommandOfTheDocumentsIsOne() throws Exception {
        namespace("documented");
        var told = release("documented").install("values-small.yaml", Map.of("programs.replicas", 2));
        var commands = new ArrayList<String>();
        told.getOutput()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("kubectl "))
                .forEach(commands::add);
        for (var document :
                List.of(Chart.FOLDER.resolve("README.md"), DOCS.resolve("operations.md"), DOCS.resolve("runbook.md"))) {
            commands.addAll(DocumentedCommands.of("kubectl", document));
        }

        assertThat(commands).hasSizeGreaterThan(8);
        for (var command : commands) {
            if (!OF_NODES.matcher(command).find()) {
                var ran = plane.kubectl().typed(command, "documented");
                assertThat(ran.good()).as("%s", ran).isTrue();
                if (command.startsWith("kubectl wait")) {
                    assertThat(names("documented", "pod")).isEmpty();
                }
            }
        }
        podsAreWhatTheyWereToBe("documented", 10);
        assertThat(names("documented", "secret")).contains("secret/fact-matrix-livestream");
    }

    private static HelmRelease release(String namespace) {
        var chart = Chart.copied("chart-of-release", plane.release()::said);
        return new HelmRelease(chart, namespace, plane.kubectl().config(), work);
    }

    /** What a namespace holds of these kinds. */
    private static List<String> names(String namespace, String kinds) {
        return must("get", kinds, "--namespace=" + namespace, "--output=name")
                .lines()
                .toList();
    }

    private static String addresses(String namespace) {
        return must(
                "get",
                "service",
                "--namespace=" + namespace,
                "--output=jsonpath={range .items[*]}{.metadata.name} {.spec.clusterIP}{\"\\n\"}{end}");
    }

    /** Nobody had to add anything to what the chart says of their safety. */
    private static void podsAreWhatTheyWereToBe(String namespace, int count) throws Exception {
        soon().untilAsserted(() -> assertThat(names(namespace, "pod")).hasSize(count));
        var deployments = items(namespace, "deployment");
        for (var pod : items(namespace, "pod")) {
            var component = pod.at("/metadata/labels/app.kubernetes.io~1component");
            var template = StreamSupport.stream(deployments.spliterator(), false)
                    .filter(each -> each.at("/metadata/labels/app.kubernetes.io~1component")
                            .equals(component))
                    .findFirst()
                    .orElseThrow()
                    .at("/spec/template/spec");
            assertThat(pod.at("/spec/securityContext")).isEqualTo(template.at("/securityContext"));
            assertThat(pod.at("/spec/containers/0/securityContext"))
                    .isEqualTo(template.at("/containers/0/securityContext"));
        }
    }

    private static JsonNode items(String namespace, String kind) throws Exception {
        return JSON.readTree(must("get", kind, "--namespace=" + namespace, "--output=json"))
                .get("items");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            runAsUser: 10001                       | runAsUser: 0
            allowPrivilegeEscalation: false        | allowPrivilegeEscalation: true
            seccompProfile: \\{type: RuntimeDefault} | seccompProfile: {type: Unconfined}
            emptyDir: \\{sizeLimit: 256Mi}          | hostPath: {path: /tmp}
            """)
    void aPodThatMayMoreIsRefused(String right, String wrong) throws Exception {
        var text = Chart.rendered().text();
        assertThat(pod(text).good()).isTrue();

        var ran = pod(text.replaceAll(right, wrong));

        assertThat(ran.good()).isFalse();
        assertThat(ran.error()).containsIgnoringCase("PodSecurity");
    }

    /** The gateway's, by itself. */
    private static Ran pod(String manifests) throws Exception {
        for (var document : new Yaml().loadAll(plane.release().said(manifests))) {
            JsonNode object = JSON.valueToTree(document);
            if (object.path("kind").asText().equals("Deployment")) {
                ObjectNode pod = object.at("/spec/template").deepCopy();
                pod.put("apiVersion", "v1").put("kind", "Pod");
                ((ObjectNode) pod.get("metadata")).put("name", "alone");
                return plane.kubectl()
                        .with(JSON.writeValueAsString(pod), "create", "--dry-run=server", "--namespace=fact");
            }
        }
        throw new AssertionError("no Deployment");
    }
}
