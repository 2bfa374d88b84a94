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
            files.filter(Files::isRegularFile).sorted().forEach(file -> add(file, zip));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return jar;
    }

    private void add(Path file, ZipOutputStream zip) {
        var entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        entry.setTimeLocal(NEVER);
        try {
            zip.putNextEntry(entry);
            Files.copy(file, zip);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
