package io.factmatrix.deploy.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Program GATEWAY = Program.ALL.get(0);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static String base;

    @SuppressWarnings("NullAway.Init")
    private static String said;

    @BeforeAll
    static void write() throws Exception {
        base = Base.in(folder);
        var out = new StringWriter();
        var exit = Images.commandLine()
                .setOut(new PrintWriter(out))
                .execute("--root", PROJECT.toString(), "--base", base, "--to", folder.toString(), "--tag", "9");
        assertThat(exit).isZero();
        said = out.toString();
    }

    private static Path file(Program program) {
        return folder.resolve(program.name() + ".tar");
    }

    @Test
    void eachImageSaysWhatItRunsAndAsWhom() throws Exception {
        for (var program : Program.ALL) {
            var image = new ImageFile(file(program));
            assertThat(image.config().get("User").asString()).isEqualTo("10001:10001");
            assertThat(image.config().get("Env").get(0).asString()).isEqualTo("PATH=/opt/java/bin");
            assertThat(image.config().get("ExposedPorts").propertyNames()).containsExactly(program.port() + "/tcp");
            assertThat(image.config()
                            .get("Labels")
                            .get("org.opencontainers.image.version")
                            .asString())
                    .isEqualTo("9");
            assertThat(image.entrypoint()).startsWith("java").endsWith("-cp", "@/app/class-path", program.mainClass());
            whatChangesMostSeldomLiesLowest(image, program);
        }
    }

    private static void whatChangesMostSeldomLiesLowest(ImageFile image, Program program) throws IOException {
        var layers = image.layers();
        assertThat(layers).hasSize(4);
        assertThat(layers.get(0)).contains("/opt/java/bin/java");
        assertThat(layers.get(1))
                .allMatch(path -> path.startsWith("/app/libraries/"))
                .hasSizeGreaterThan(50);
        assertThat(layers.get(2))
                .allMatch(path -> path.startsWith("/app/modules/"))
                .isNotEmpty();
        assertThat(layers.get(3))
                .contains(
                        "/app/class-path", "/app/classes/" + program.mainClass().replace('.', '/') + ".class")
                .allMatch(path -> path.startsWith("/app/class"));
    }

    @Test
    void whatWasBuiltOnceIsBuiltAgainToTheByte() throws Exception {
        var again = folder.resolve("again.tar");
        var image = new ProgramImage(GATEWAY, RunsOn.built(PROJECT, GATEWAY), "9")
                .write(base, again, Files.createDirectory(folder.resolve("work")));

        assertThat(said).contains(image.getDigest() + "  " + file(GATEWAY));
        assertThat(again).hasSameBinaryContentAs(file(GATEWAY));
    }

    @Test
    void aProgramThatWasNotBuiltIsNamed() {
        var err = new StringWriter();

        var exit = Images.commandLine()
                .setErr(new PrintWriter(err))
                .execute("--root", folder.toString(), "--base", "tar:///none", "--to", folder.toString(), "--tag", "9");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).endsWith("gateway/target/run-on: absent (expected: the program to be built)\n");
    }

    /** Its options are for the Java that the images are on. */
    @Test
    @EnabledForJreRange(minVersion = 25)
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void unpackedItStartsAsNobodyAndLives() throws Exception {
        var image = new ImageFile(file(GATEWAY));
        var root = Files.createDirectory(folder.resolve("root"));
        image.unpack(root);
        var port = freePort();

        var process = started(image, root, port);
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> answers(process, port) == 200);
        } finally {
            process.destroy();
            assertThat(process.onExit().get().isAlive()).isFalse();
        }
    }

    /** In a root of its own, with the kernel's folders mounted for it alone; as whoever runs this, if that is not root. */
    private static Process started(ImageFile image, Path root, int port) throws IOException {
        var isRoot = System.getProperty("user.name").equals("root");
        var command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!isRoot) {
            command.add("--map-root-user");
        }
        command.addAll(List.of(
                "sh",
                "-c",
                "mount --rbind /proc \"$0/proc\" && mount --rbind /dev \"$0/dev\" && exec chroot "
                        + (isRoot ? "--userspec=" + image.config().get("User").asString() : "") + " \"$0\" \"$@\"",
                root.toString()));
        command.addAll(image.entrypoint());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/opt/java/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "SERVER_PORT", Integer.toString(port),
                        "MANAGEMENT_SERVER_PORT", "0",
                        "FACT_CURSORS_KEY", "dGhpcnR5LXR3byBieXRlcyB0aGF0IHNpZ24gY3Vyc29ycw==",
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", "http://localhost:1",
                        "LOGGING_LEVEL_ROOT", "warn"));
        return builder.start();
    }

    private static Path log() {
        return folder.resolve("gateway.log");
    }

    private static int answers(Process process, int port) throws Exception {
        assertThat(process.isAlive()).as(Files.readString(log())).isTrue();
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/livez"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
