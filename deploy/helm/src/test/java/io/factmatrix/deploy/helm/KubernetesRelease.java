package io.factmatrix.deploy.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A minor release. The chart is for 1.30 and newer; an older one is asked of all that it can know: of an API by the name that it had then, and not of
 * members that came later.
 */
record KubernetesRelease(int minor) {

    private record Since(int minor, Pattern now, String then) {
        Since(int minor, String now, String then) {
            this(minor, Pattern.compile(now, Pattern.MULTILINE), then);
        }
    }

    private static final List<Since> NEWER = List.of(
            new Since(21, "^apiVersion: policy/v1$", "apiVersion: policy/v1beta1"),
            new Since(23, "^apiVersion: autoscaling/v2$", "apiVersion: autoscaling/v2beta2"),
            new Since(27, "^ *unhealthyPodEvictionPolicy: .*\n", ""),
            new Since(27, "^ *matchLabelKeys: .*\n", ""),
            new Since(30, "sleep: \\{seconds: (.*)}$", "exec: {command: [sleep, \"$1\"]}"),
            new Since(30, "^kubeVersion: .*\n", ""));

    /** Of manifests, or of the templates that make them. */
    String said(String text) {
        var said = text;
        for (var since : NEWER) {
            if (minor < since.minor) {
                said = since.now.matcher(said).replaceAll(since.then);
            }
        }
        return said;
    }

    /** Whether namespaces ask for a pod security standard by a label; before, policies asked for it. */
    boolean hasStandards() {
        return minor >= 25;
    }

    List<String> serverFlags() {
        return hasStandards() ? List.of() : List.of("--enable-admission-plugins=PodSecurityPolicy");
    }

    List<String> controllerFlags() {
        var flags = new ArrayList<String>();
        if (minor < 24) {
            flags.add("--port=0"); // Plain HTTP, to any address.
        }
        return flags;
    }
}
