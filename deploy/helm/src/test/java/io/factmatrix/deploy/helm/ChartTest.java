package io.factmatrix.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

    private static final List<String> PROGRAMS = List.of("gateway", "livestream", "creator", "campaign", "kol");

    @Test
    void helmFindsNothingToSayOfIt() {
        var lint = new Helm(Chart.FOLDER).lint().strict().call();

        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"values.yaml", "values-small.yaml", "values-production.yaml", "values-huge.yaml"})
    void everyFileOfValuesMakesWhatKubernetesKnows(String file) {
        var made = Chart.rendered(file);

        assertThat(made.every(Deployment.class)).hasSize(5);
        assertThat(made.every(Service.class)).hasSize(5);
        assertThat(made.every(Job.class)).hasSize(5);
        assertThat(made.every(NetworkPolicy.class)).hasSize(11);
        assertThat(made.all())
                .extracting(each -> each.getKind() + " " + each.getMetadata().getName())
                .doesNotHaveDuplicates();
        everyPodIsRestricted(made);
        budgetsLetSomethingGoAndKeepSomething(made);
        everyPodIsGivenTheTimeItMayTake(made);
    }

    @Test
    void aMemberThatKubernetesDoesNotKnowIsFound() {
        var misspelt = Chart.rendered().text().replace("readinessProbe:", "readynessProbe:");

        assertThatThrownBy(() -> Manifests.of(misspelt)).hasMessageContaining("readynessProbe");
    }

    private static void everyPodIsRestricted(Manifests made) {
        assertThat(made.pods()).hasSize(10).allSatisfy(pod -> {
            var spec = pod.getSpec();
            assertThat(spec.getAutomountServiceAccountToken()).isFalse();
            assertThat(spec.getEnableServiceLinks()).isFalse();
            assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(spec.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(spec.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            var container = only(spec.getContainers());
            var may = container.getSecurityContext();
            assertThat(may.getAllowPrivilegeEscalation()).isFalse();
            assertThat(may.getReadOnlyRootFilesystem()).isTrue();
            assertThat(may.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(may.getCapabilities().getAdd()).isEmpty();
            assertThat(container.getVolumeMounts())
                    .anySatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
            assertThat(container.getResources().getLimits()).containsKey("memory");
        });
    }

    private static void budgetsLetSomethingGoAndKeepSomething(Manifests made) {
        for (var deployment : made.every(Deployment.class)) {
            var name = deployment.getMetadata().getName();
            var scaled = made.every(HorizontalPodAutoscaler.class).stream()
                    .filter(each -> each.getSpec().getScaleTargetRef().getName().equals(name))
                    .toList();
            var budgets = made.every(PodDisruptionBudget.class).stream()
                    .filter(each -> each.getMetadata().getName().equals(name))
                    .toList();
            assertThat(deployment.getSpec().getReplicas() == null)
                    .as("%s is scaled by one alone", name)
                    .isEqualTo(!scaled.isEmpty());
            int fewest = scaled.isEmpty()
                    ? deployment.getSpec().getReplicas()
                    : scaled.get(0).getSpec().getMinReplicas();
            assertThat(budgets).hasSize(fewest > 1 ? 1 : 0).allSatisfy(budget -> {
                assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isLessThan(fewest);
                assertThat(Manifests.selects(
                                budget.getSpec().getSelector(),
                                deployment.getSpec().getTemplate()))
                        .isTrue();
            });
        }
    }

    /** Before the kubelet kills a pod: the sleep, what is being answered, the store's 20 s. */
    private static void everyPodIsGivenTheTimeItMayTake(Manifests made) {
        assertThat(made.every(Deployment.class)).allSatisfy(deployment -> {
            var spec = deployment.getSpec().getTemplate().getSpec();
            var container = only(spec.getContainers());
            long sleep = container.getLifecycle().getPreStop().getSleep().getSeconds();
            var drain = Objects.requireNonNull(variable(container, "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE")
                    .getValue());
            assertThat(drain).endsWith("s");
            assertThat(spec.getTerminationGracePeriodSeconds())
                    .isGreaterThanOrEqualTo(sleep + Long.parseLong(drain.replace("s", "")) + 20);
        });
    }

    @Test
    void selectorsFindTheirOwnPodsAndNoOthers() {
        var made = Chart.rendered();

        for (var name : PROGRAMS) {
            var deployment = made.one(Deployment.class, name);
            var service = made.one(Service.class, name);
            assertThat(made.pods())
                    .filteredOn(pod -> Manifests.selects(deployment.getSpec().getSelector(), pod))
                    .containsExactly(deployment.getSpec().getTemplate());
            assertThat(made.pods())
                    .filteredOn(pod -> Manifests.selects(service.getSpec().getSelector(), pod))
                    .containsExactly(deployment.getSpec().getTemplate());
            var container = only(deployment.getSpec().getTemplate().getSpec().getContainers());
            assertThat(only(service.getSpec().getPorts()).getTargetPort().getStrVal())
                    .isEqualTo(container.getPorts().get(0).getName());
        }
    }

    @Test
    void everyObjectHasTheCustomaryLabels() {
        assertThat(Chart.rendered().all())
                .allSatisfy(each -> assertThat(each.getMetadata().getLabels())
                        .containsEntry("app.kubernetes.io/name", "fact-matrix")
                        .containsEntry("app.kubernetes.io/instance", "fact")
                        .containsEntry("app.kubernetes.io/part-of", "fact-matrix")
                        .containsEntry("app.kubernetes.io/managed-by", "Helm")
                        .containsKeys("app.kubernetes.io/component", "app.kubernetes.io/version", "helm.sh/chart"));
    }

    @Test
    void programsAreProbedWhereTheyAnswer() {
        for (var name : PROGRAMS) {
            var container = only(Chart.rendered().pod(name).getSpec().getContainers());
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/livez");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/livez");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/readyz");
            assertThat(List.of(
                            container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe()))
                    .allSatisfy(probe ->
                            assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http"));
        }
    }

    @Test
    void secretsAreReferredToAndNeverWritten() {
        var made = Chart.rendered(Map.of("ca.configMap", "bundle", "redis.username", "fact"));

        assertThat(made.every(Secret.class)).isEmpty();
        assertThat(made.every(ConfigMap.class)).isEmpty();
        assertThat(made.pods())
                .flatExtracting(pod -> pod.getSpec().getContainers().get(0).getEnv())
                .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|SECRET|KEY)"))
                .hasSize(5 + 5 + 5 + 1 + 5)
                .allSatisfy(variable -> {
                    assertThat(variable.getValue()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                            .startsWith("fact-");
                });
    }

    @Test
    void theOwnersPasswordIsKnownToTheMigrationsAlone() {
        var made = Chart.rendered();

        for (var program : PROGRAMS) {
            assertThat(secrets(made, program)).containsOnly("fact-fact-matrix-" + program);
            assertThat(secrets(made, program + "-migration")).containsOnly("fact-fact-matrix-" + program + "-owner");
        }
    }

    private static List<String> secrets(Manifests made, String component) {
        return only(made.pod(component).getSpec().getContainers()).getEnv().stream()
                .map(EnvVar::getValueFrom)
                .filter(Objects::nonNull)
                .map(from -> from.getSecretKeyRef().getName())
                .toList();
    }

    @Test
    void migrationsComeBeforeAndWhatLetsThemPassBeforeThem() {
        var made = Chart.rendered();

        assertThat(made.every(Job.class)).allSatisfy(job -> {
            assertThat(job.getMetadata().getAnnotations())
                    .containsEntry("helm.sh/hook", "pre-install,pre-upgrade")
                    .containsEntry("helm.sh/hook-weight", "0");
            var policies = made.every(NetworkPolicy.class).stream()
                    .filter(policy -> policy.getMetadata()
                            .getName()
                            .equals(job.getMetadata().getName()))
                    .toList();
            assertThat(only(policies).getMetadata().getAnnotations())
                    .containsEntry("helm.sh/hook", "pre-install,pre-upgrade")
                    .containsEntry("helm.sh/hook-weight", "-1");
            assertThat(Manifests.selects(
                            only(policies).getSpec().getPodSelector(),
                            job.getSpec().getTemplate()))
                    .isTrue();
        });
    }

    @Test
    void oneWayInLeadsToTheGateway() {
        var ingress = Chart.rendered(
                Map.of("ingress.enabled", true, "ingress.host", "fact.example.com", "ingress.tlsSecretName", "tls"));
        var route = Chart.rendered(
                Map.of("httpRoute.enabled", true, "httpRoute.parentRefs", List.of(Map.of("name", "public"))));

        var rule = only(only(ingress.every(Ingress.class)).getSpec().getRules());
        var service = only(rule.getHttp().getPaths()).getBackend().getService();
        assertThat(service.getName())
                .isEqualTo(ingress.one(Service.class, "gateway").getMetadata().getName());
        assertThat(service.getPort().getName()).isEqualTo("http");
        var to = only(
                only(only(route.every(HTTPRoute.class)).getSpec().getRules()).getBackendRefs());
        assertThat(to.getName())
                .isEqualTo(route.one(Service.class, "gateway").getMetadata().getName());
        assertThat(to.getPort())
                .isEqualTo(only(route.one(Service.class, "gateway").getSpec().getPorts())
                        .getPort());
    }

    @Test
    void whatOneServiceSaysOtherwiseHoldsForItAlone() {
        var made = Chart.rendered(
                Map.of("programs.autoscaling.enabled", true, "kol.autoscaling.enabled", false, "kol.replicas", 0));

        assertThat(made.every(HorizontalPodAutoscaler.class)).hasSize(4);
        assertThat(made.one(Deployment.class, "kol").getSpec().getReplicas()).isZero();
    }

    static EnvVar variable(Container container, String name) {
        return container.getEnv().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variable " + name));
    }

    static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
