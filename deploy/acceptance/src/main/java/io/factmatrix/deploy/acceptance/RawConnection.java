package io.factmatrix.deploy.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A client that writes bytes, whatever they are, and reads what comes back until the other side ends it. */
public final class RawConnection implements AutoCloseable {

    /** How a conversation ended. */
    public enum End {
        /** The other side ended it. */
        CLOSED,
        /** The other side tore it off. */
        RESET,
        /** It was still open when we had waited long enough. */
        OPEN
    }

    /** All that came back. */
    public record Heard(String text, End end) {

        /** The statuses of the answers, in their order. */
        List<Integer> statuses() {
            return Arrays.stream(text.split("(?=HTTP/1\\.1 [1-5][0-9][0-9] )"))
                    .filter(answer -> answer.startsWith("HTTP/1.1 "))
                    .map(answer -> Integer.valueOf(answer.substring(9, 12)))
                    .toList();
        }

        boolean hasCode(String code) {
            return text.contains("application/problem+json") && text.contains("\"code\":\"" + code + "\"");
        }
    }

    private final Socket socket;

    public RawConnection(URI url, Duration patience) throws IOException {
        socket = new Socket();
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), Math.toIntExact(patience.toMillis()));
    }

    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    public void send(String bytes) throws IOException {
        output().write(bytes.getBytes(ISO_8859_1));
        output().flush();
    }

    Heard heard() {
        var text = new ByteArrayOutputStream();
        try {
            var buffer = new byte[8192];
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                text.write(buffer, 0, read);
            }
            return new Heard(text.toString(ISO_8859_1), End.CLOSED);
        } catch (SocketTimeoutException still) {
            return new Heard(text.toString(ISO_8859_1), End.OPEN);
        } catch (IOException reset) {
            return new Heard(text.toString(ISO_8859_1), End.RESET);
        }
    }

    /** What comes back to these bytes. */
    static Heard talk(URI url, Duration patience, String bytes) throws IOException {
        try (var connection = new RawConnection(url, patience)) {
            try {
                connection.send(bytes);
            } catch (IOException refused) {
                // The answer may be there all the same.
            }
            return connection.heard();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
