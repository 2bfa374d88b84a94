package io.factmatrix.deploy.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.factmatrix.deploy.acceptance.RawConnection;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends requests byte for byte and reads their answers, over one connection as long as the other side keeps it. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 4 << 20;

    private final URI url;
    private @Nullable RawConnection connection;
    private InputStream input = InputStream.nullInputStream();

    Wire(URI url) {
        this.url = url;
    }

    String host() {
        return url.getHost() + ":" + url.getPort();
    }

    /** @param bytes a whole request */
    Reply send(String method, byte[] bytes) {
        boolean kept = connection != null;
        try {
            return exchange(method, bytes);
        } catch (IOException failed) {
            close();
            if (!kept) {
                return Reply.none(failed.toString());
            }
        }
        // It was closed while nobody used it.
        try {
            return exchange(method, bytes);
        } catch (IOException failed) {
            close();
            return Reply.none(failed.toString());
        }
    }

    private Reply exchange(String method, byte[] bytes) throws IOException {
        var open = connection;
        if (open == null) {
            open = new RawConnection(url, PATIENCE);
            connection = open;
            input = new BufferedInputStream(open.input());
        }
        try {
            open.output().write(bytes);
            open.output().flush();
        } catch (IOException refused) {
            // Whoever refuses a body may have answered before it was sent.
        }
        var reply = read(method, input);
        if (reply.cut() || reply.header("connection").orElse("").equalsIgnoreCase("close")) {
            close();
        }
        return reply;
    }

    private static Reply read(String method, InputStream input) throws IOException {
        var status = line(input);
        if (!status.matches("HTTP/1\\.1 [1-5][0-9][0-9] .*")) {
            throw new IOException("no answer: " + status);
        }
        var headers = new TreeMap<String, List<String>>();
        for (var line = line(input); !line.isEmpty(); line = line(input)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status.substring(9, 12));
        if (code < 200) {
            return read(method, input);
        }
        return method.equals("HEAD") || code == 204 || code == 304
                ? new Reply(code, headers, "", false)
                : body(code, headers, input);
    }

    private static Reply body(int code, Map<String, List<String>> headers, InputStream input) throws IOException {
        var body = new ByteArrayOutputStream();
        boolean stream =
                headers.getOrDefault("content-type", List.of()).toString().contains("text/event-stream");
        boolean cut;
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            cut = chunks(input, body, stream);
        } else {
            var length = headers.get("content-length");
            if (length == null) {
                throw new IOException("neither a length nor chunks");
            }
            long left = Long.parseLong(length.get(0));
            body.writeBytes(input.readNBytes((int) Math.min(left, MOST)));
            cut = left > MOST;
        }
        return new Reply(code, headers, body.toString(ISO_8859_1), cut);
    }

    /** Whether there is more: a stream is read until its first event. */
    private static boolean chunks(InputStream input, ByteArrayOutputStream body, boolean stream) throws IOException {
        while (true) {
            int size = Integer.parseInt(line(input).replaceAll(";.*", "").strip(), 16);
            if (size == 0) {
                while (!line(input).isEmpty()) {
                    // Trailers.
                }
                return false;
            }
            body.writeBytes(input.readNBytes(size));
            line(input);
            if (body.size() > MOST || (stream && body.toString(ISO_8859_1).contains("\n\n"))) {
                return true;
            }
        }
    }

    private static String line(InputStream input) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = input.read(); read != '\n'; read = input.read()) {
            if (read < 0) {
                throw new IOException("the connection ended: " + line.toString(ISO_8859_1));
            }
            line.write(read);
        }
        var text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException gone) {
                // Which is what was wanted.
            }
            connection = null;
        }
    }
}
