package io.factmatrix.deploy.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program on a base: what changes most seldom lies lowest. Its bytes are a function of the base and of what was built. */
final class ProgramImage {

    /** Nobody that a host knows. */
    private static final String USER = "10001:10001";

    private final Program program;
    private final RunsOn runsOn;
    private final String version;

    ProgramImage(Program program, RunsOn runsOn, String version) {
        this.program = program;
        this.runsOn = runsOn;
        this.version = version;
    }

    /**
     * Writes it into a file, an OCI layout.
     *
     * @param base as Jib names images, {@code tar://} included
     * @param work a folder for what is written on the way: images with the same libraries have them packed once
     */
    JibContainer write(String base, Path file, Path work) throws Exception {
        return on(Jib.from(base), work)
                .containerize(Containerizer.to(TarImage.at(file).named(program.name() + ":" + version))
                        .setApplicationLayersCache(work.resolve("layers"))
                        .setToolName("fact-matrix"));
    }

    private JibContainerBuilder on(JibContainerBuilder base, Path work) throws IOException {
        return base.setFileEntriesLayers(List.of(
                        layer("libraries", runsOn.libraries(), work),
                        layer("modules", runsOn.modules(), work),
                        program(work)))
                .setEntrypoint(entrypoint())
                .setUser(USER)
                .setExposedPorts(Set.of(Port.tcp(program.port())))
                .setFormat(ImageFormat.OCI)
                .setLabels(Map.of(
                        "org.opencontainers.image.title",
                        "FACT Matrix " + program.name(),
                        "org.opencontainers.image.version",
                        version,
                        "org.opencontainers.image.licenses",
                        "Apache-2.0"));
    }

    private FileEntriesLayer layer(String name, List<Path> entries, Path work) throws IOException {
        var layer = FileEntriesLayer.builder().setName(name);
        for (var entry : entries) {
            var place = AbsoluteUnixPath.get(runsOn.place(entry));
            var jar = Files.isDirectory(entry)
                    ? new Classes(entry).packed(Files.createTempFile(work, "module", ".jar"))
                    : entry;
            layer.addEntry(jar, place);
        }
        return layer.build();
    }

    private FileEntriesLayer program(Path work) throws IOException {
        var classPath = Files.writeString(work.resolve(program.name() + ".class-path"), runsOn.classPath());
        var main = Files.writeString(work.resolve(program.name() + ".main"), program.mainClass());
        var own = new Classes(runsOn.own()).packed(work.resolve(program.name() + ".jar"));
        return FileEntriesLayer.builder()
                .setName("program")
                .addEntry(own, AbsoluteUnixPath.get("/app/program.jar"))
                .addEntry(classPath, AbsoluteUnixPath.get("/app/class-path"))
                .addEntry(main, AbsoluteUnixPath.get("/app/main"))
                .build();
    }

    private List<String> entrypoint() {
        return List.of(
                "java",
                // The rest is for threads, classes, and Netty's buffers, which lie outside.
                "-XX:MaxRAMPercentage=60",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                "@/app/class-path",
                "@/app/main");
    }
}
