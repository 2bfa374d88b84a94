package io.factmatrix.kit.revision;

import io.factmatrix.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The states of a thing in which its client wants it changed: those that {@code If-Match} lists, or any. */
public final class IfMatch {

    /** RFC 9110, 8.8.3; lists may have empty elements (5.6.1). */
    private static final Pattern TAG = Pattern.compile("\\G[ \\t,]*((?:W/)?\"[!#-~\\x80-\\xff]*\")[ \\t]*(?=,|$)");

    private static final Pattern NOTHING = Pattern.compile("[ \\t,]*");

    private static final IfMatch ANY = new IfMatch("*", List.of());

    private final String given;
    private final List<String> tags;

    private IfMatch(String given, List<String> tags) {
        this.given = given;
        this.tags = tags;
    }

    /** What the header's lines say; none: any state will do. 400 {@code if-match.invalid} when they are none of RFC 9110. */
    public static IfMatch of(List<String> lines) {
        var given = String.join(", ", lines);
        if (lines.isEmpty() || given.strip().equals("*")) {
            return ANY;
        }
        var tags = new ArrayList<String>();
        var tag = TAG.matcher(given);
        int end = 0;
        while (tag.find()) {
            tags.add(tag.group(1));
            end = tag.end();
        }
        if (tags.isEmpty() || !NOTHING.matcher(given.substring(end)).matches()) {
            throw ProblemException.invalid(
                    "if-match", given, "*, or an ETag in its quotes, or several with commas between");
        }
        return new IfMatch(given, tags);
    }

    /** 412 {@code revision.mismatch} when the thing is in another state. A weak tag is none that could match. */
    public void check(Revision current) {
        if (this != ANY && !tags.contains(current.etag())) {
            throw new ProblemException(
                    412,
                    "revision.mismatch",
                    "if-match: %s (expected: %s, the current ETag)".formatted(given, current.etag()));
        }
    }
}
