package io.factmatrix.gateway.fields;

import java.util.List;

/** Lines as one body. */
final class Ndjson {

    private Ndjson() {}

    static byte[] of(List<byte[]> lines) {
        int length = lines.stream().mapToInt(line -> line.length + 1).sum();
        var body = new byte[length];
        int at = 0;
        for (var line : lines) {
            System.arraycopy(line, 0, body, at, line.length);
            at += line.length;
            body[at++] = '\n';
        }
        return body;
    }
}
