package io.factmatrix.deploy.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What Prometheus and Grafana are told asks for what there is, and every alert says what to do. */
class MonitoringTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OBSERVE = Chart.FOLDER.resolve("observe");
    private static final Path DOCS = Path.of("..", "..", "docs");

    private static final Manifests MADE = Chart.rendered(Map.of(
            "metrics.podMonitor.enabled", true,
            "metrics.prometheusRule.enabled", true,
            "metrics.prometheusRule.runbook", "https://wiki.example.com/runbook",
            "metrics.dashboards.enabled", true,
            "networkPolicy.prometheus", List.of(Map.of("podSelector", Map.of()))));

    static List<Path> dashboards() throws IOException {
        try (var files = Files.list(OBSERVE.resolve("dashboards"))) {
            return files.toList();
        }
    }

    private static JsonNode rules() throws IOException {
        Object read = new Yaml().load(Files.readString(OBSERVE.resolve("alerts.yaml")));
        return JSON.valueToTree(read);
    }

    private static List<JsonNode> every(String kind) throws IOException {
        var found = new ArrayList<JsonNode>();
        rules().path("groups")
                .forEach(group -> group.path("rules").forEach(rule -> {
                    if (rule.has(kind)) {
                        found.add(rule);
                    }
                }));
        return found;
    }

    private static PromQl language() throws IOException {
        return PromQl.of(
                Files.readString(DOCS.resolve("metrics.md")),
                every("record").stream()
                        .map(rule -> rule.path("record").asText())
                        .toList());
    }

    @Test
    void everyRuleAsksForWhatThereIs() throws IOException {
        var language = language();
        for (var kind : List.of("record", "alert")) {
            assertThat(every(kind))
                    .isNotEmpty()
                    .allSatisfy(rule -> assertThat(
                                    language.unknown(rule.path("expr").asText()))
                            .as(rule.path(kind).asText())
                            .isEmpty());
        }
    }

    @Test
    void everyAlertHasASectionOfTheRunbookAndEverySectionItsAlert() throws IOException {
        var sections = Files.readAllLines(DOCS.resolve("runbook.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();

        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(every("alert").stream()
                        .map(rule -> rule.path("alert").asText())
                        .distinct()
                        .toList());
        assertThat(every("alert")).allSatisfy(rule -> {
            assertThat(rule.path("labels").path("severity").asText()).isIn("page", "ticket");
            assertThat(rule.path("annotations").path("summary").asText()).isNotEmpty();
            assertThat(rule.path("annotations").path("runbook_url").asText())
                    .isEqualTo("docs/runbook.md#" + rule.path("alert").asText().toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void everySectionSaysWhatItMeansWhereToLookAndWhatToDo() throws IOException {
        var runbook = Files.readString(DOCS.resolve("runbook.md")).split("\n## ", -1);

        assertThat(Stream.of(runbook).skip(1))
                .isNotEmpty()
                .allSatisfy(section -> assertThat(section).contains("\n**Meaning** ", "\n**Look** ", "\n**Do** "));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelAsksForWhatThereIs(Path file) throws IOException {
        var language = language();
        var dashboard = JSON.readTree(file.toFile());

        assertThat(dashboard.path("uid").asText() + ".json").isEqualTo(String.valueOf(file.getFileName()));
        assertThat(dashboard.path("schemaVersion").asInt()).isEqualTo(39);
        assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("type").asText()).isIn("timeseries", "stat");
            assertThat(panel.path("title").asText()).isNotEmpty();
            assertThat(panel.path("description").asText())
                    .as(panel.path("title").asText())
                    .isNotEmpty();
            if (panel.path("type").asText().equals("stat")) {
                assertThat(panel.at("/fieldConfig/defaults/thresholds/steps"))
                        .as("when it is bad")
                        .hasSizeGreaterThan(1);
            }
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .isIn("s", "ops", "reqps", "percentunit", "none");
            assertThat(panel.path("targets")).isNotEmpty().allSatisfy(target -> {
                assertThat(target.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                assertThat(language.unknown(target.path("expr").asText()))
                        .as(panel.path("title").asText())
                        .isEmpty();
                assertThat(target.path("expr").asText()).contains("namespace=~\"$namespace\"");
                if (target.path("expr").asText().contains("$__rate_interval")) {
                    assertThat(target.path("interval").asText()).isEqualTo(readEvery());
                }
            });
        });
        assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
        noPanelLiesOnAnother(dashboard);
    }

    /** Whatever Grafana's data source thinks: a rate needs two samples in its range. */
    private static String readEvery() throws IOException {
        Object values = new Yaml().load(Files.readString(Chart.FOLDER.resolve("values.yaml")));
        return JSON.valueToTree(values).at("/metrics/podMonitor/interval").asText();
    }

    private static void noPanelLiesOnAnother(JsonNode dashboard) {
        var places = dashboard.path("panels").findValues("gridPos");
        for (int one = 0; one < places.size(); one++) {
            for (int other = one + 1; other < places.size(); other++) {
                assertThat(apart(places.get(one), places.get(other), "x", "w")
                                || apart(places.get(one), places.get(other), "y", "h"))
                        .isTrue();
            }
            assertThat(end(places.get(one), "x", "w")).isLessThanOrEqualTo(24);
        }
    }

    private static boolean apart(JsonNode one, JsonNode other, String from, String size) {
        return end(one, from, size) <= other.path(from).asInt()
                || end(other, from, size) <= one.path(from).asInt();
    }

    private static int end(JsonNode place, String from, String size) {
        return place.path(from).asInt() + place.path(size).asInt();
    }

    @Test
    void whatIsUnknownIsFound() throws IOException {
        var language = language();

        assertThat(language.unknown("rate(fact_ingest_line_total[5m])")).containsExactly("fact_ingest_line_total");
        assertThat(language.unknown("rate(fact_ingest_lines_total{outcome=\"stored\"}[5m]"))
                .containsExactly("(");
        assertThat(language.unknown("sum by (merchant) (fact_problems_total)")).containsExactly("merchant");
        assertThat(language.unknown("sum(fact_problems_total{merchant=\"m1\"})"))
                .containsExactly("merchant");
        assertThat(language.unknown("fact_ingest_commit_seconds_bucket + fact:unsettled:ratio_5m"))
                .isEmpty();
    }

    @Test
    void prometheusItselfTellsAlertsWhenItShouldAndElseNot() throws Exception {
        var promtool = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(promtool.isPresent(), "promtool is not on the path");
        var told = new ProcessBuilder(
                        promtool.orElseThrow().toString(), "test", "rules", "src/test/promtool/alerts.yaml")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(told.getInputStream().readAllBytes(), UTF_8)).contains("SUCCESS");
        assertThat(told.waitFor()).isZero();
    }

    @Test
    void theChartHandsTheRulesOn() throws IOException {
        var rule = resource("PrometheusRule");

        assertThat(rule.toString().replace("https://wiki.example.com/runbook#", "docs/runbook.md#"))
                .isEqualTo(rules().toString());
        assertThat(MADE.text()).contains("https://wiki.example.com/runbook#factstoreaway");
    }

    @Test
    void theChartHandsTheDashboardsOn() throws IOException {
        var given = MADE.one(ConfigMap.class, "dashboards");

        assertThat(given.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        assertThat(given.getData()).hasSameSizeAs(dashboards());
        for (var file : dashboards()) {
            assertThat(JSON.readTree(given.getData().get(String.valueOf(file.getFileName()))))
                    .isEqualTo(JSON.readTree(file.toFile()));
        }
    }

    @Test
    void prometheusReadsThePodsOfTheProgramsAndNoOthers() {
        var spec = resource("PodMonitor");
        Map<String, String> labels =
                JSON.convertValue(spec.at("/selector/matchLabels"), new TypeReference<Map<String, String>>() {});
        List<String> components =
                JSON.convertValue(spec.at("/selector/matchExpressions/0/values"), new TypeReference<List<String>>() {});

        // Whatever else stood there the operator would not know.
        assertThat(spec.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("selector", "podTargetLabels", "podMetricsEndpoints");
        assertThat(spec.at("/podMetricsEndpoints/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("port", "path", "interval");
        assertThat(spec.at("/podMetricsEndpoints/0/path").asText()).isEqualTo("/actuator/prometheus");
        for (var pod : MADE.pods()) {
            assertThat(Manifests.selects(labels, pod)).isTrue();
            assertThat(ports(pod).contains("management")).isEqualTo(components.contains(Manifests.component(pod)));
        }
    }

    private static List<String> ports(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().get(0).getPorts().stream()
                .map(port -> port.getName())
                .toList();
    }

    @Test
    void nothingOfItIsMadeUnlessItIsWanted() {
        var made = Chart.rendered();

        assertThat(made.every(GenericKubernetesResource.class)).isEmpty();
        assertThat(made.every(ConfigMap.class)).isEmpty();
    }

    private static JsonNode resource(String kind) {
        return MADE.every(GenericKubernetesResource.class).stream()
                .filter(each -> each.getKind().equals(kind))
                .map(each -> JSON.valueToTree(each).path("spec"))
                .findFirst()
                .orElseThrow();
    }
}
