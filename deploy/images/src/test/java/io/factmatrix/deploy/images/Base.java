package io.factmatrix.deploy.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An image to put programs on, made of what is on this machine: the Java that runs this, and what it needs of the system. */
final class Base {

    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
    private static final FilePermissions FILE = FilePermissions.fromOctalString("644");

    /** What the JVM and its libraries are linked to. */
    private static final List<String> LIBRARIES = List.of(
            "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1", "libresolv.so.2");

    private Base() {}

    /** Its name, as Jib names files. */
    static String in(Path folder) throws Exception {
        var java = folder.resolve("java");
        jlink(java);
        var layer = FileEntriesLayer.builder()
                .addEntryRecursive(
                        java,
                        AbsoluteUnixPath.get("/opt/java"),
                        (from, to) -> Files.isExecutable(from) ? PROGRAM : FILE);
        var loader = Path.of("/lib64/ld-linux-x86-64.so.2");
        layer.addEntry(loader.toRealPath(), AbsoluteUnixPath.get("/lib64/ld-linux-x86-64.so.2"), PROGRAM);
        for (var name : LIBRARIES) {
            for (var library : List.of(Path.of("/lib/x86_64-linux-gnu", name), Path.of("/lib64", name))) {
                if (Files.exists(library)) {
                    layer.addEntry(library.toRealPath(), AbsoluteUnixPath.get(library.toString()), PROGRAM);
                    break;
                }
            }
        }
        for (var folderOfTheKernel : List.of("/proc", "/dev", "/tmp")) {
            layer.addEntry(java, AbsoluteUnixPath.get(folderOfTheKernel), FilePermissions.fromOctalString("777"));
        }
        var file = folder.resolve("java.tar");
        var unused = Jib.fromScratch()
                .addFileEntriesLayer(layer.build())
                .addEnvironmentVariable("PATH", "/opt/java/bin")
                .containerize(Containerizer.to(TarImage.at(file).named("java")));
        return "tar://" + file;
    }

    private static void jlink(Path to) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        "java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.naming.dns,jdk.net,jdk.zipfs",
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        to.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (command.start().waitFor() != 0) {
            throw new IOException("jlink made no Java");
        }
    }
}
