package io.factmatrix.gateway.icalendar;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The lines of RFC 5545, 3.1: ended by CRLF, none longer than 75 octets, none cut within a character. */
final class ContentLines {

    private static final int LONGEST = 75;

    private final StringBuilder written = new StringBuilder();

    /** A value that stands as it is. */
    ContentLines add(String name, String value) {
        int octets = 0;
        var line = name + ":" + value;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            var letter = Character.toString(line.codePointAt(at));
            int more = letter.getBytes(UTF_8).length;
            if (octets + more > LONGEST) {
                written.append("\r\n ");
                octets = 1;
            }
            written.append(letter);
            octets += more;
        }
        written.append("\r\n");
        return this;
    }

    /** A text (3.3.11): what would end or divide it is escaped; other control characters no parser takes. */
    ContentLines addText(String name, String text) {
        var escaped = text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\n", "\\n")
                .replaceAll("[\\p{Cntrl}&&[^\t]]", "");
        return add(name, escaped);
    }

    String written() {
        return written.toString();
    }
}
