package io.factmatrix.deploy.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Stands for all nodes: a pod that is to go on is ready as soon as it is there, and one that is to end has ended. */
final class Kubelet implements AutoCloseable {

    private static final String PODS =
            "{.metadata.namespace} {.metadata.name} {.spec.restartPolicy} {.status.phase}{\"\\n\"}";
    private static final String READY =
            "{\"status\":{\"phase\":\"Running\",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}";
    private static final String ENDED = "{\"status\":{\"phase\":\"Succeeded\"}}";

    private final Kubectl kubectl;
    private final Process watch;
    private final Thread thread;

    private Kubelet(Kubectl kubectl, Process watch) {
        this.kubectl = kubectl;
        this.watch = watch;
        this.thread = new Thread(this::runPods, "kubelet");
    }

    static Kubelet start(Kubectl kubectl) throws IOException {
        var kubelet = new Kubelet(
                kubectl, kubectl.start("get", "pods", "--all-namespaces", "--watch", "--output=jsonpath=" + PODS));
        kubelet.thread.start();
        return kubelet;
    }

    private void runPods() {
        try (var pods = new BufferedReader(new InputStreamReader(watch.getInputStream(), UTF_8))) {
            for (var pod = pods.readLine(); pod != null; pod = pods.readLine()) {
                var said = pod.split(" ", -1);
                if ("Pending".equals(said[3])) {
                    // One that is gone by now needs nothing.
                    kubectl.run(
                            "patch",
                            "pod",
                            said[1],
                            "--namespace=" + said[0],
                            "--subresource=status",
                            "--patch=" + ("Always".equals(said[2]) ? READY : ENDED));
                }
            }
        } catch (IOException e) {
            // The watch has ended, and so have the pods.
        }
    }

    @Override
    public void close() {
        watch.destroy();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
