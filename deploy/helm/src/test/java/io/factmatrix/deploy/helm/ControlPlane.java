package io.factmatrix.deploy.helm;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real API server with its store and its controllers, on the loopback interface. No node is among them. */
final class ControlPlane implements AutoCloseable {

    /** Names a folder in which its programs are; else they are looked for on the path. */
    private static final String FOLDER = "FACT_KUBERNETES";

    private static final List<String> PROGRAMS =
            List.of("etcd", "kube-apiserver", "kube-controller-manager", "kubectl");
    private static final Pattern VERSION = Pattern.compile("Kubernetes v1\\.(\\d+)\\..*");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path work;
    private final KubernetesRelease release;
    private final Kubectl kubectl;
    private final List<Process> running = new ArrayList<>();

    private ControlPlane(Path work) throws IOException {
        this.work = work;
        this.release = release(work);
        this.kubectl = new Kubectl(program("kubectl").orElseThrow(), work.resolve("kubeconfig"), work);
    }

    /** Which of its programs are not there. */
    static List<String> absent() {
        return PROGRAMS.stream().filter(name -> program(name).isEmpty()).toList();
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv(FOLDER), System.getenv("PATH"))
                .filter(Objects::nonNull)
                .flatMap(folders -> Stream.of(folders.split(":", -1)))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static KubernetesRelease release(Path work) throws IOException {
        var said = Ran.of(work, List.of(program("kube-apiserver").orElseThrow().toString(), "--version"));
        var version = VERSION.matcher(said.out().strip());
        if (!version.matches()) {
            throw new IOException("version: " + said + " (expected: Kubernetes v1.…)");
        }
        return new KubernetesRelease(Integer.parseInt(version.group(1)));
    }

    /** Starts it, and waits until it answers. */
    static ControlPlane start(Path work) throws IOException, GeneralSecurityException {
        var plane = new ControlPlane(work);
        try {
            var store = plane.startStore();
            var port = plane.startServer(store);
            plane.writeConfig(port);
            await().atMost(2, MINUTES)
                    .until(() -> plane.kubectl.run("get", "--raw", "/readyz").good());
            plane.startControllers();
            await().atMost(2, MINUTES)
                    .until(() -> plane.kubectl
                            .run("get", "serviceaccount", "default")
                            .good());
            return plane;
        } catch (Throwable failed) {
            plane.close();
            throw failed;
        }
    }

    KubernetesRelease release() {
        return release;
    }

    Kubectl kubectl() {
        return kubectl;
    }

    private String startStore() throws IOException {
        var clients = "http://127.0.0.1:" + freePort();
        var peers = "http://127.0.0.1:" + freePort();
        launch(
                "etcd",
                "--data-dir=" + work.resolve("etcd"),
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers);
        return clients;
    }

    private int startServer(String store) throws IOException, GeneralSecurityException {
        var port = freePort();
        Files.writeString(work.resolve("tokens.csv"), "admin,admin,admin,system:masters\n");
        writeKey();
        var flags = new ArrayList<>(List.of(
                "--etcd-servers=" + store,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                // A loopback address is no endpoint.
                "--endpoint-reconciler-type=none",
                "--secure-port=" + port,
                "--cert-dir=" + work.resolve("certificates"),
                "--token-auth-file=" + work.resolve("tokens.csv"),
                "--service-account-issuer=https://127.0.0.1",
                "--service-account-key-file=" + work.resolve("accounts.key"),
                "--service-account-signing-key-file=" + work.resolve("accounts.key"),
                "--service-cluster-ip-range=10.96.0.0/16"));
        flags.addAll(release.serverFlags());
        launch("kube-apiserver", flags.toArray(String[]::new));
        return port;
    }

    private void startControllers() throws IOException {
        var flags = new ArrayList<>(List.of(
                "--kubeconfig=" + work.resolve("kubeconfig"),
                "--service-account-private-key-file=" + work.resolve("accounts.key"),
                "--leader-elect=false",
                "--bind-address=127.0.0.1",
                "--secure-port=0"));
        flags.addAll(release.controllerFlags());
        launch("kube-controller-manager", flags.toArray(String[]::new));
    }

    private void writeKey() throws IOException, GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var key = LINES.encodeToString(keys.generateKeyPair().getPrivate().getEncoded());
        Files.writeString(
                work.resolve("accounts.key"),
                "-----BEGIN PRIVATE KEY-----%n%s%n-----END PRIVATE KEY-----%n".formatted(key));
    }

    /** The server signs its certificate itself. */
    private void writeConfig(int port) throws IOException {
        Files.writeString(work.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters:
                  - {name: own, cluster: {server: "https://127.0.0.1:%d", certificate-authority: %s}}
                users: [{name: admin, user: {token: admin}}]
                contexts: [{name: own, context: {cluster: own, user: admin}}]
                current-context: own
                """.formatted(
                        port, work.resolve("certificates").resolve("apiserver.crt")));
    }

    private void launch(String name, String... flags) throws IOException {
        var command = new ArrayList<>(List.of(program(name).orElseThrow().toString()));
        command.addAll(List.of(flags));
        running.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile())
                .start());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The last that was started ends first. */
    @Override
    public void close() {
        for (int i = running.size() - 1; i >= 0; i--) {
            var process = running.get(i);
            process.destroy();
            try {
                if (!process.waitFor(20, SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
