package io.factmatrix.deploy.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends every {@link Probe} with a whole request hidden behind it, an ingest of one event: the probe must get its one answer, the
 * connection must end, and in the end none of the hidden events may be there.
 */
final class Probing {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI url;
    private final String merchant;
    private final String token;

    Probing(URI url, String merchant, String token) {
        this.url = url;
        this.merchant = merchant;
        this.token = token;
    }

    /** What was not as it must be, a line each. */
    List<String> wrong() {
        var wrong = new ArrayList<String>();
        var probes = Probe.all(merchant, token);
        try {
            for (int at = 0; at < probes.size(); at++) {
                check(probes.get(at), at, wrong);
            }
            int control = probes.size();
            var stored = talk(hidden(control));
            if (!stored.statuses().equals(List.of(200)) || !isStored(control)) {
                wrong.add(
                        "the hidden request by itself: " + stored.text() + " (expected: stored, or nothing is proven)");
            }
            for (int at = 0; at < probes.size(); at++) {
                if (isStored(at)) {
                    wrong.add(probes.get(at).name() + ": the request behind it was handled");
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return wrong;
    }

    private void check(Probe probe, int at, List<String> wrong) throws IOException {
        var heard = talk(probe.bytes() + hidden(at));
        if (!heard.statuses().equals(List.of(probe.status()))
                || heard.end() != RawConnection.End.CLOSED
                || !(probe.code().isEmpty() || heard.hasCode(probe.code()))) {
            wrong.add("%s: %s, %s (expected: %d %s once, closed)"
                    .formatted(
                            probe.name(),
                            heard.text()
                                    .lines()
                                    .reduce((first, last) -> first + " … " + last)
                                    .orElse("nothing"),
                            heard.end(),
                            probe.status(),
                            probe.code()));
        }
    }

    private RawConnection.Heard talk(String bytes) throws IOException {
        return RawConnection.talk(url, PATIENCE, bytes);
    }

    private String hidden(int number) {
        var event = """
                {"id":"hidden-%d","type":"service","field":"livestream","touchpoint":"s","kind":"praise","occurredAt":"2025-06-18T20:00:00+08:00"}
                """.formatted(number);
        return """
                POST /v1/merchants/%s/events HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/x-ndjson\r
                Content-Length: %d\r
                Connection: close\r
                \r
                %s""".formatted(merchant, token, event.length(), event);
    }

    private boolean isStored(int number) throws IOException {
        var found = talk("""
                GET /v1/merchants/%s/events/hidden-%d?field=livestream HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Connection: close\r
                \r
                """.formatted(merchant, number, token));
        if (!List.of(200, 404).containsAll(found.statuses())) {
            throw new IOException("No answer whether the hidden event is there: " + found.text());
        }
        return found.statuses().contains(200);
    }
}
