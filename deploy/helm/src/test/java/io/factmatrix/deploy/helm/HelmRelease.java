package io.factmatrix.deploy.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A release of the chart in a namespace of its own, as Helm installs and upgrades it: hooks included. */
record HelmRelease(Path chart, String namespace, Path config, Path work) {

    private static final int TIMEOUT_SECONDS = 240;

    private static final String NAME = "fact-matrix";

    Release install(String file, Map<String, ?> values) throws IOException {
        return new Helm(chart)
                .install()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfig(config)
                .withValuesFile(chart.resolve(file))
                .withValuesFile(told(values))
                .withTimeout(TIMEOUT_SECONDS)
                .waitReady()
                .call();
    }

    Release upgrade(String file, Map<String, ?> values) throws IOException {
        return new Helm(chart)
                .upgrade()
                .withName(NAME)
                .withNamespace(namespace)
                .withKubeConfig(config)
                .withValuesFile(chart.resolve(file))
                .withValuesFile(told(values))
                .withTimeout(TIMEOUT_SECONDS)
                .waitReady()
                .call();
    }

    void uninstall() {
        Helm.uninstall(NAME).withNamespace(namespace).withKubeConfig(config).call();
    }

    private Path told(Map<String, ?> values) throws IOException {
        var all = new LinkedHashMap<String, Object>(Chart.NEEDED);
        all.putAll(values);
        return Files.writeString(Files.createTempFile(work, "values", ".yaml"), Chart.yaml(all));
    }
}
