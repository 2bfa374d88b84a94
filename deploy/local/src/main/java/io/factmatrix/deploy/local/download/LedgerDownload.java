package io.factmatrix.deploy.local.download;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.kit.export.Closing;
import io.factmatrix.kit.export.ExportFormat;
import io.factmatrix.kit.export.WholeExport;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/merchants/{merchant}/exports/ledger} of a gateway, into a file that has its name only when it is whole. */
public final class LedgerDownload {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    /** Until the next bytes come: a page of a ledger takes a small part of a second, and a service that is away says so sooner. */
    private static final Duration BYTES_WITHIN = Duration.ofMinutes(1);

    private static final int BUFFER = 64 * 1024;
    private static final int MOST_OF_A_REFUSAL = 500;

    private final URI uri;
    private final String token;
    private final ExportFormat format;

    /**
     * @param field whose ledger
     * @param after a watermark: only what was recorded behind it; 0 for all
     */
    public LedgerDownload(URI gateway, String merchant, String field, String after, ExportFormat format, String token) {
        this.uri = gateway.resolve("/v1/merchants/%s/exports/ledger?field=%s&after=%s&format=%s"
                .formatted(merchant, field, after, format.word()));
        this.token = token;
        this.format = format;
    }

    /**
     * Writes beside it, verifies count and checksum, and then puts it in the place of what was there.
     *
     * @return what the closing line says, which is so
     * @throws Failure that says what is wrong; what has come lies beside it then, and what was there still does
     */
    public Closing into(Path file) {
        requirePlace(file);
        var part = file.resolveSibling(file.getFileName() + ".part");
        var connection = connected();
        try (var body = body(connection);
                var out = created(part)) {
            var closing = written(body, out, part);
            out.force(true);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return closing;
        } catch (IOException e) {
            throw Failure.of(file.toString(), e);
        } finally {
            connection.disconnect();
        }
    }

    /** Told before anything is asked for. */
    private static void requirePlace(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Failure(file + ": no such folder (expected: a file in a folder that is there)");
        }
        if (Files.isDirectory(file)) {
            throw new Failure(file + ": a folder (expected: a file)");
        }
    }

    private static FileChannel created(Path part) throws IOException {
        return FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Not of the newer client, which does not know how long to wait for the rest of a body. */
    private HttpURLConnection connected() {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(Math.toIntExact(CONNECT_WITHIN.toMillis()));
            connection.setReadTimeout(Math.toIntExact(BYTES_WITHIN.toMillis()));
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Accept", format.mediaType() + ", application/problem+json");
            return connection;
        } catch (IOException e) {
            throw Failure.of(uri.toString(), e);
        }
    }

    private InputStream body(HttpURLConnection connection) {
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new Failure("%s answers %d: %s".formatted(uri, status, refusal(connection.getErrorStream())));
            }
            return connection.getInputStream();
        } catch (IOException e) {
            throw Failure.of(uri.toString(), e);
        }
    }

    private static String refusal(@Nullable InputStream body) throws IOException {
        return body == null ? "" : new String(body.readNBytes(MOST_OF_A_REFUSAL), StandardCharsets.UTF_8);
    }

    private Closing written(InputStream body, FileChannel out, Path part) throws IOException {
        var whole = new WholeExport(format);
        var buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = next(body, buffer, part, bytes); read >= 0; read = next(body, buffer, part, bytes)) {
            write(out, ByteBuffer.wrap(buffer, 0, read));
            whole.add(buffer, 0, read);
            bytes += read;
        }
        try {
            return whole.end();
        } catch (WholeExport.Cut cut) {
            throw notWhole(part, bytes, String.valueOf(cut.getMessage()), cut);
        }
    }

    private static int next(InputStream body, byte[] buffer, Path part, long before) {
        try {
            return body.read(buffer);
        } catch (IOException cut) {
            throw notWhole(part, before, "the connection ended: " + cut.getMessage(), cut);
        }
    }

    private static Failure notWhole(Path part, long bytes, String why, Exception cause) {
        return new Failure(
                "%s is not whole, of %,d bytes: %s (export again; nothing else was written)"
                        .formatted(part, bytes, why),
                cause);
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
