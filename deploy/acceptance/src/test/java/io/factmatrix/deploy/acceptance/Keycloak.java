package io.factmatrix.deploy.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.factmatrix.deploy.local.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A Keycloak, as a merchant's platform team may run it. */
final class Keycloak implements AutoCloseable {

    /** Where the build unpacks it. */
    private static final Path HOME = Path.of("target", "keycloak");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.any();
    private final Process process;

    Keycloak(Realm... realms) {
        try {
            imported(realms);
            process = started();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await("Keycloak serves, see " + HOME.resolve("log")).atMost(PATIENCE).until(this::isServing);
    }

    private static void imported(Realm... realms) throws IOException {
        var folder = Files.createDirectories(home().resolve(Path.of("data", "import")));
        for (var realm : realms) {
            Files.writeString(folder.resolve(realm.name() + "-realm.json"), realm.json());
        }
    }

    /** The one folder of what was unpacked, named by its version. */
    private static Path home() throws IOException {
        try (var unpacked = Files.list(HOME)) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private Process started() throws IOException {
        var command = new ProcessBuilder(
                        "bash",
                        home().resolve(Path.of("bin", "kc.sh")).toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("log").toFile());
        command.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        "admin"));
        return command.start();
    }

    private boolean isServing() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak has ended, see " + HOME.resolve("log"));
        }
        try {
            return send(HttpRequest.newBuilder(URI.create(issuer("master") + "/.well-known/openid-configuration"))
                                    .build())
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The issuer URI of a realm. */
    String issuer(String realm) {
        return "http://127.0.0.1:%d/realms/%s".formatted(port, realm);
    }

    /** A token that a client of that realm asks for with its secret. */
    String token(String realm, String client) {
        return token(
                realm,
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", client + "-secret"));
    }

    /** Has the realm sign with a new key from now on. */
    void rotateKeys(String realm) {
        var admin = token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin"));
        var key = """
                {"name": "new", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["200"], "algorithm": ["RS256"]}}
                """;
        var answer = send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/admin/realms/%s/components".formatted(port, realm)))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(key))
                .build());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("keys not rotated: " + answer.body());
        }
    }

    private String token(String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var answer = send(HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
        return JsonMapper.shared()
                .readTree(answer.body())
                .required("access_token")
                .stringValue();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
