package io.factmatrix.deploy.images;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImagesTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Program GATEWAY = Program.ALL.get(0);

    /** Enough to start: neither the store nor the issuer is asked until somebody asks for something. */
    private static final Map<String, String> TOLD = Map.of(
            "MANAGEMENT_SERVER_PORT", "0",
            "SPRING_FLYWAY_ENABLED", "false",
            "FACT_CURSORS_KEY", "dGhpcnR5LXR3byBieXRlcyB0aGF0IHNpZ24gY3Vyc29ycw==",
            "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI", "http://localhost:1",
            "LOGGING_LEVEL_ROOT", "warn");

    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

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
            assertThat(image.entrypoint()).startsWith("java").endsWith("-cp", "@/app/class-path", "@/app/main");
            whatChangesMostSeldomLiesLowest(image);
        }
    }

    private static void whatChangesMostSeldomLiesLowest(ImageFile image) throws IOException {
        var layers = image.layers();
        assertThat(layers).hasSize(4);
        assertThat(layers.get(0)).contains("/opt/java/bin/java");
        assertThat(layers.get(1))
                .allMatch(path -> path.startsWith("/app/libraries/"))
                .hasSizeGreaterThan(50);
        assertThat(layers.get(2))
                .allMatch(path -> path.startsWith("/app/modules/"))
                .isNotEmpty();
        assertThat(layers.get(3)).containsExactlyInAnyOrder("/app/program.jar", "/app/class-path", "/app/main");
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
    void anImageIsForTheArchitectureOfItsBase() throws Exception {
        var arm = folder.resolve("arm.tar");
        var unused = Jib.fromScratch()
                .setPlatforms(Set.of(new Platform("arm64", "linux")))
                .containerize(Containerizer.to(TarImage.at(arm).named("arm")));
        var file = folder.resolve("gateway-arm.tar");

        new ProgramImage(GATEWAY, RunsOn.built(PROJECT, GATEWAY), "9")
                .write("tar://" + arm, file, Files.createDirectory(folder.resolve("work-arm")));

        assertThat(new ImageFile(file).architecture()).isEqualTo("arm64");
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

    /** By its folder Flyway finds a program's migrations, and without a word none where it does not find the folder. */
    @Test
    void aFolderIsFoundInWhatIsPacked() throws Exception {
        var jar = new Classes(RunsOn.built(PROJECT, GATEWAY).own()).packed(folder.resolve("classes.jar"));

        try (var packed = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(packed.getResource("db/gateway")).isNotNull();
        }
    }

    /** Tests see more on their class path than an image holds. */
    @ParameterizedTest
    @FieldSource("io.factmatrix.deploy.images.Program#ALL")
    void eachProgramStartsOnWhatItsImageHolds(Program program) throws Exception {
        var runsOn = RunsOn.built(PROJECT, program);
        var classPath = Stream.concat(Stream.of(runsOn.own()), runsOn.entries().stream())
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
        var log = folder.resolve(program.name() + ".log");
        var start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dspring.context.exit=onRefresh",
                        "-cp",
                        classPath,
                        program.mainClass())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        start.environment().putAll(TOLD);

        assertThat(start.start().waitFor()).as(Files.readString(log)).isZero();
    }

    /** Its options are for the Java that the images are on. */
    @Test
    @EnabledForJreRange(minVersion = 25)
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void warmedItStartsAsTheChartHasIt() throws Exception {
        if (!mayMount()) {
            System.err.println("\n!!! SKIPPED: no mounts of one's own here: no image was started\n");
        }
        assumeThat(mayMount()).as("mounts of one's own").isTrue();
        var image = new ImageFile(file(GATEWAY));
        var root = Files.createDirectory(folder.resolve("root"));
        image.unpack(root);
        var warming = contained(root, "rw", "0:0", warming(), Map.of());
        assertThat(warming.waitFor()).as(Files.readString(log())).isZero();
        var port = freePort();

        var process = contained(root, "ro", image.config().get("User").asString(), image.entrypoint(), told(port));
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> answers(process, port) == 200);
            hasNothingItDoesNotNeed(Path.of("/proc", Long.toString(process.pid())));
        } finally {
            process.destroy();
            assertThat(process.onExit().get().isAlive()).isFalse();
        }
    }

    private static List<String> warming() throws IOException {
        var run = Pattern.compile("^RUN (.*)$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("Containerfile.warm")));
        assertThat(run.find()).isTrue();
        return JsonMapper.shared()
                .readTree(run.group(1))
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static void hasNothingItDoesNotNeed(Path process) throws IOException {
        var status = Files.readString(process.resolve("status"));
        assertThat(status).contains("NoNewPrivs:\t1\n");
        if (IS_ROOT) {
            assertThat(status)
                    .contains("Uid:\t10001\t10001\t10001\t10001\n", "Gid:\t10001\t10001\t10001\t10001\n")
                    .contains("CapPrm:\t0000000000000000\n", "CapEff:\t0000000000000000\n");
        }
        assertThat(Files.readAllLines(process.resolve("mounts")))
                .anyMatch(mount -> mount.matches("\\S+ / \\S+ ro,.*"))
                .anyMatch(mount -> mount.matches("tmpfs /tmp tmpfs rw,.*"));
        assertThat(Files.readString(process.resolve("maps")))
                .as("what a start has taught it")
                .contains("/app/program.aot");
    }

    /**
     * In a root of its own, with the kernel's folders and a /tmp mounted for it alone, and no way to more than it has; as that user, where
     * whoever runs this may choose.
     */
    private static Process contained(
            Path root, String mode, String user, List<String> command, Map<String, String> told) throws IOException {
        var within = withMounts(
                "mount --bind \"$0\" \"$0\" && mount -o remount,bind," + mode + " \"$0\""
                        + " && mount -t tmpfs -o size=256m,mode=1777 tmpfs \"$0/tmp\""
                        + " && mount --rbind /proc \"$0/proc\" && mount --rbind /dev \"$0/dev\""
                        + " && exec setpriv --no-new-privs --inh-caps=-all"
                        + " --bounding-set=-all,+sys_chroot,+setuid,+setgid chroot "
                        + (IS_ROOT ? "--userspec=" + user : "") + " \"$0\" \"$@\"",
                root.toString());
        within.addAll(command);
        var builder = new ProcessBuilder(within).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().put("PATH", "/opt/java/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().putAll(told);
        return builder.start();
    }

    /** Not every machine lets whoever runs this have mounts of its own: a container does not. */
    private static boolean mayMount() throws IOException, InterruptedException {
        return new ProcessBuilder(withMounts("mount -t tmpfs tmpfs \"$0\"", folder.toString()))
                        .start()
                        .waitFor()
                == 0;
    }

    private static List<String> withMounts(String script, String root) {
        var command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!IS_ROOT) {
            command.add("--map-root-user");
        }
        command.addAll(List.of("sh", "-c", script, root));
        return command;
    }

    private static Map<String, String> told(int port) {
        var told = new HashMap<>(TOLD);
        told.put("JDK_JAVA_OPTIONS", "-XX:AOTCache=/app/program.aot");
        told.put("SERVER_PORT", Integer.toString(port));
        return told;
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
