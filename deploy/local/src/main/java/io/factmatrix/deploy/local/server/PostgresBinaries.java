package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.Home;
import io.factmatrix.deploy.local.failure.Failure;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once for each user and build. */
public final class PostgresBinaries {

    private static final int ANY_MAY_EXECUTE = 0b001_001_001;

    private final Path root;

    private PostgresBinaries(Path root) {
        this.root = root;
    }

    public static PostgresBinaries unpacked() {
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture())) {
            return new PostgresBinaries(unpackOnce(archive.readAllBytes()));
        } catch (IOException e) {
            throw Failure.of("PostgreSQL for " + system() + " " + architecture(), e);
        }
    }

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    /** As in the file {@code PG_VERSION} of a data folder. */
    String major() {
        return version().replaceFirst("\\..*", "");
    }

    /** {@code 18.6}. */
    public String version() {
        var words = Command.of(program("postgres"), "--version").run().output();
        return words.replaceFirst("(?s).*PostgreSQL\\) (\\d+(\\.\\d+)?).*", "$1");
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "Darwin" : name.startsWith("windows") ? "Windows" : "Linux";
    }

    private static String architecture() {
        var name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static Path unpackOnce(byte[] archive) throws IOException {
        var home = Home.folder("servers");
        var root = home.resolve("postgres-" + digest(archive));
        if (!Files.isDirectory(root)) {
            var draft = Files.createTempDirectory(home, "unpacking-");
            unpack(archive, draft);
            settle(draft, root);
        }
        return root;
    }

    /** Two stacks may unpack at once: the first one's stays. */
    private static void settle(Path draft, Path root) throws IOException {
        try {
            Files.move(draft, root, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            DataDirectory.delete(draft);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & ANY_MAY_EXECUTE) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static String digest(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
