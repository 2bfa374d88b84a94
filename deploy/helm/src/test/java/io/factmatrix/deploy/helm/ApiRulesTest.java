package io.factmatrix.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made is what an API server takes, at the ends of what may be said, too. */
class ApiRulesTest {

    private static final String LONGEST = "a".repeat(40);

    /** All that can be said at once. */
    static final Map<String, Object> MUCH = Map.ofEntries(
            Map.entry("fullnameOverride", LONGEST),
            Map.entry("image.tag", "t".repeat(128)),
            Map.entry("image.pullSecrets", List.of("one", "two")),
            Map.entry("ca.configMap", "bundle"),
            Map.entry("ca.trustStoreKey", "ca.p12"),
            Map.entry("programs.autoscaling.enabled", true),
            Map.entry("programs.jvmOptions", "-Xss1m -Da=\"b c\""),
            Map.entry("programs.settings", Map.of("fact.connection.most", 7, "fact.a", "x: {\"y\": '#'}")),
            Map.entry("redis.username", "fact"),
            Map.entry("pods.annotations", Map.of("example.com/a", "yes: no")),
            Map.entry("pods.tolerations", List.of(Map.of("key", "a", "operator", "Exists"))),
            Map.entry("ingress.enabled", true),
            Map.entry("ingress.host", "fact.example.com"),
            Map.entry("webhooks.enabled", true));

    @ParameterizedTest
    @ValueSource(strings = {"values.yaml", "values-small.yaml", "values-production.yaml", "values-huge.yaml"})
    void everyFileOfValuesIsTaken(String file) {
        assertThat(ApiRules.refusals(Chart.rendered(file))).isEmpty();
    }

    @Test
    void whatIsSaidAtLengthIsTaken() {
        var made = Chart.rendered(MUCH);

        assertThat(made.text()).contains(LONGEST + "-livestream-migration");
        assertThat(ApiRules.refusals(made)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    name: fact-fact-matrix-kol$            | name: Kol                          | name: Kol
                    app.kubernetes.io/version: .*           | app.kubernetes.io/version: "a b"   | value of app.kubernetes.io/version: a b
                    \\{name: http, containerPort: 8081,   | {name: http-of-livestream, containerPort: 8081, | port name: http-of-livestream
                    name: FACT_CURSORS_KEY                  | name: FACT_TOKEN_CLOCKSKEW         | variable twice: FACT_TOKEN_CLOCKSKEW
                    name: FACT_CURSORS_KEY                  | name: FACT-CURSORS-KEY             | variable: FACT-CURSORS-KEY
                    \\{name: tmp, mountPath: /tmp\\}        | {name: temp, mountPath: /tmp}      | mount of no volume: temp
                    path: /livez, port: http                | path: /livez, port: web            | probe of no port: web
                    periodSeconds: 5                        | periodSeconds: 0                   | probe: 0
                    sleep: \\{seconds: 10\\}                | sleep: {seconds: 71}               | sleep within the grace period: 71
                    memory: 768Mi                           | memory: 2Gi                        | request above the limit: memory 2Gi
                    restartPolicy: Never                    | restartPolicy: Always              | restartPolicy of a Job: Always
                    topologyKey: topology.kubernetes.io/zone | topologyKey: kubernetes.io/hostname | topologyKey twice: kubernetes.io/hostname
                    image: .*/kol-service:.*                | image: https://a/kol-service:1     | image: https://a/kol-service:1
                    """)
    void whatAnApiServerRefusesIsFound(String right, String wrong, String refusal) {
        var text = Chart.rendered().text();
        var changed = text.replaceAll("(?m)" + right, wrong);

        assertThat(changed).isNotEqualTo(text);
        assertThat(ApiRules.refusals(Manifests.of(changed)))
                .anySatisfy(each -> assertThat(each).endsWith(refusal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"containers:", "selector:", "readinessProbe:", "podSelector:", "template:"})
    void aMemberThatIsMisspeltIsFound(String member) {
        var text = Chart.rendered().text();

        assertThatThrownBy(() -> Manifests.of(text.replace(member, member.replace(":", "s:"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aMemberThatMustBeThereIsAskedFor() {
        var text = Chart.rendered().text();

        assertThatThrownBy(() -> Manifests.of(text.replace(", containerPort: 8081", "")))
                .hasMessageContaining("containerPort");
    }
}
