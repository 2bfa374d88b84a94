package io.factmatrix.deploy.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Kubernetes asks of pods and their containers beyond their members. */
final class PodRules {

    /** Of RFC 6335: with a letter, and no two hyphens beside each other. */
    private static final Pattern PORT = Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern IMAGE =
            Pattern.compile("[a-z0-9.-]+(:\\d+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    private final PodSpec pod;
    private final List<String> refusals = new ArrayList<>();

    private PodRules(PodSpec pod) {
        this.pod = pod;
    }

    static List<String> refusals(PodTemplateSpec template) {
        var rules = new PodRules(template.getSpec());
        var pod = rules.pod;
        rules.once("volume", pod.getVolumes().stream().map(Volume::getName));
        rules.once("container", pod.getContainers().stream().map(Container::getName));
        rules.once(
                "topologyKey",
                pod.getTopologySpreadConstraints().stream().map(TopologySpreadConstraint::getTopologyKey));
        pod.getContainers().forEach(rules::container);
        return rules.refusals;
    }

    private void require(boolean holds, String what, Object value) {
        if (!holds) {
            refusals.add(what + ": " + value);
        }
    }

    private void once(String what, Stream<String> names) {
        var seen = new HashSet<String>();
        names.forEach(name -> require(seen.add(name), what + " twice", name));
    }

    private void container(Container container) {
        require(IMAGE.matcher(container.getImage()).matches(), "image", container.getImage());
        once("variable", container.getEnv().stream().map(EnvVar::getName));
        container.getEnv().forEach(this::variable);
        once("port", container.getPorts().stream().map(ContainerPort::getName));
        container
                .getPorts()
                .forEach(port -> require(PORT.matcher(port.getName()).matches(), "port name", port.getName()));
        once("mountPath", container.getVolumeMounts().stream().map(VolumeMount::getMountPath));
        var volumes = pod.getVolumes().stream().map(Volume::getName).toList();
        container
                .getVolumeMounts()
                .forEach(mount -> require(volumes.contains(mount.getName()), "mount of no volume", mount.getName()));
        Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .filter(Objects::nonNull)
                .forEach(probe -> probe(container, probe));
        sleeps(container);
        requests(
                container.getResources().getRequests(), container.getResources().getLimits());
    }

    private void variable(EnvVar variable) {
        require(VARIABLE.matcher(variable.getName()).matches(), "variable", variable.getName());
        require(
                variable.getValueFrom() == null || variable.getValue() == null,
                "variable of two values",
                variable.getName());
    }

    private void probe(Container container, Probe probe) {
        var port = probe.getHttpGet().getPort();
        require(
                container.getPorts().stream().anyMatch(each -> each.getName().equals(port.getStrVal())),
                "probe of no port",
                port.getStrVal());
        for (var number :
                new Integer[] {probe.getPeriodSeconds(), probe.getTimeoutSeconds(), probe.getFailureThreshold()}) {
            require(number == null || number >= 1, "probe", number);
        }
    }

    private void sleeps(Container container) {
        if (container.getLifecycle() != null) {
            var seconds = container.getLifecycle().getPreStop().getSleep().getSeconds();
            require(
                    seconds >= 1 && seconds <= pod.getTerminationGracePeriodSeconds(),
                    "sleep within the grace period",
                    seconds);
        }
    }

    private void requests(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        requests.forEach((resource, requested) -> {
            var limit = limits.get(resource);
            require(
                    limit == null
                            || Quantity.getAmountInBytes(requested).compareTo(Quantity.getAmountInBytes(limit)) <= 0,
                    "request above the limit",
                    resource + " " + requested);
        });
    }
}
