package io.factmatrix.livestream.domain.rundown;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.revision.Revision;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.livestream.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is shown in a session.
 *
 * @param version of the whole: of any line, and of their order
 * @param lines in their order
 */
public record Rundown(SessionId session, Version version, List<Line> lines) {

    private static final int MOST_LINES = 500;

    /** Between the ranks of two lines, so that thirty can be put between them in turn before any other has to give way. */
    private static final long GAP = 1L << 32;

    /** What a host says in a day. All of it is read whenever the gates are asked. */
    private static final int LONGEST_SCRIPT = 200_000;

    /** 409 {@code rundown.full}. */
    public Rundown {
        lines = List.copyOf(lines);
        requireAtMost(lines.size(), MOST_LINES, "lines");
        requireAtMost(
                lines.stream()
                        .flatMap(line -> line.content().segments().stream())
                        .mapToInt(segment -> segment.text().length())
                        .sum(),
                LONGEST_SCRIPT,
                "characters of script");
    }

    private static void requireAtMost(int many, int most, String what) {
        if (many > most) {
            throw new ProblemException(
                    409, "rundown.full", "rundown: %d %s (expected: at most %d)".formatted(many, what, most));
        }
    }

    /** Without a line. */
    public static Rundown empty(SessionId session, Instant now) {
        return new Rundown(session, Version.first(now), List.of());
    }

    /** 404 {@code line.unknown}. */
    public Line line(LineId id) {
        return lines.get(index(id));
    }

    /** Where a line stands, counted from 1. */
    public int place(LineId id) {
        return index(id) + 1;
    }

    private int index(LineId id) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).id().equals(id)) {
                return at;
            }
        }
        throw LineId.LINE.unknown(id.value());
    }

    /** With a line more. 409 {@code rundown.full}, 404 {@code line.unknown}. */
    public Rundown with(LineId id, LineContent content, Place place, Instant now) {
        return put(new Line(id, 0, content, Revision.FIRST), lines, place, now);
    }

    /** With that line saying that; the same rundown when it did already. 404 {@code line.unknown}. */
    public Rundown with(LineId id, LineContent content, Instant now) {
        int at = index(id);
        var line = lines.get(at).with(content);
        if (line.equals(lines.get(at))) {
            return this;
        }
        var others = new ArrayList<>(lines);
        others.set(at, line);
        return new Rundown(session, version.next(now), others);
    }

    /** With that line there; the same rundown when it stood there already. 404 {@code line.unknown}. */
    public Rundown moved(LineId id, Place place, Instant now) {
        var line = line(id);
        if (id.equals(place.beside())) {
            return this;
        }
        var moved = put(line, besides(id), place, now);
        return moved.place(id) == place(id) ? this : moved;
    }

    /** Without that line. 404 {@code line.unknown}. */
    public Rundown without(LineId id, Instant now) {
        return new Rundown(session, version.next(now), besides(line(id).id()));
    }

    private List<Line> besides(LineId id) {
        return lines.stream().filter(line -> !line.id().equals(id)).toList();
    }

    private Rundown put(Line line, List<Line> others, Place place, Instant now) {
        int at = position(others, place);
        var all = new ArrayList<>(others);
        var rank = rank(others, at);
        all.add(at, line.at(rank == null ? 0 : rank));
        return new Rundown(session, version.next(now), rank == null ? spread(all) : all);
    }

    private static int position(List<Line> lines, Place place) {
        var beside = place.beside();
        if (beside == null) {
            return lines.size();
        }
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).id().equals(beside)) {
                return place.before() ? at : at + 1;
            }
        }
        throw LineId.LINE.unknown(beside.value());
    }

    /** Between those before and behind; null when there is none left. */
    private static @Nullable Long rank(List<Line> lines, int at) {
        if (lines.isEmpty()) {
            return 0L;
        }
        if (at == 0) {
            return lines.get(0).rank() - GAP;
        }
        long before = lines.get(at - 1).rank();
        if (at == lines.size()) {
            return before + GAP;
        }
        long behind = lines.get(at).rank();
        return behind - before < 2 ? null : before + (behind - before) / 2;
    }

    private static List<Line> spread(List<Line> lines) {
        var spread = new ArrayList<Line>();
        for (var line : lines) {
            spread.add(line.at(spread.size() * GAP));
        }
        return spread;
    }

    /** That line as the API shows it. */
    public Map<String, @Nullable Object> body(LineId id) {
        var line = line(id);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", id);
        body.put("place", place(id));
        body.putAll(line.content().members());
        return body;
    }

    /** All of it, as the API shows it. */
    public Map<String, @Nullable Object> body() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("session", session);
        body.put("lines", lines.stream().map(line -> body(line.id())).toList());
        body.put("changedAt", version.changedAt());
        return body;
    }
}
