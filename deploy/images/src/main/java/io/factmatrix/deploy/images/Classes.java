package io.factmatrix.deploy.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of classes. Java keeps what it learnt of a start only for a class path of jars alone. */
record Classes(Path folder) {

    /** The first moment that a jar can tell. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Packs it: of the same classes come the same bytes. */
    Path packed(Path jar) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(folder)) {
            files.skip(1).sorted().forEach(path -> add(path, zip));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return jar;
    }

    /** Folders, too: without an entry of its own none is found by its name, and so no migration in it. */
    private void add(Path path, ZipOutputStream zip) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        var entry = new ZipEntry(Files.isDirectory(path) ? name + "/" : name);
        entry.setTimeLocal(NEVER);
        try {
            zip.putNextEntry(entry);
            if (!entry.isDirectory()) {
                Files.copy(path, zip);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
