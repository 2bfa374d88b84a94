package io.factmatrix.deploy.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A series: each of its points is the view of its piece, and the pieces are those of a clock that is looked at minute by minute. */
final class Series {

    private Series() {}

    /** Where it is anything else; the first and the last points, and some between, of a long one. */
    static List<String> differences(Oracle oracle, ViewQuery query, Step step, JsonNode series) {
        return differences(oracle, query, step, series, 16);
    }

    /**
     * The same.
     *
     * @param most how many points are recomputed; of the others it is seen where they begin and end
     */
    static List<String> differences(Oracle oracle, ViewQuery query, Step step, JsonNode series, int most) {
        var differences = new ArrayList<String>();
        var points = series.path("points");
        var pieces = pieces(step, query);
        if (points.size() != pieces.size()) {
            differences.add("points: %d (expected: %d)".formatted(points.size(), pieces.size()));
            return differences;
        }
        int apart = 1 + pieces.size() / most;
        for (int at = 0; at < pieces.size(); at++) {
            var point = points.get(at);
            var piece = pieces.get(at);
            moment("start", piece.start(), query.zone(), point, differences);
            moment("end", piece.end(), query.zone(), point, differences);
            if (at % apart == 0) {
                Differences.betweenPoints(oracle.view(query.withPiece(piece)), point)
                        .forEach(difference -> differences.add(piece + " " + difference));
            }
        }
        return differences;
    }

    /** By the clock of the zone, with the offset that it has then. */
    private static void moment(String name, Instant expected, ZoneId zone, JsonNode point, List<String> differences) {
        var told = point.path(name).asString("");
        if (!OffsetDateTime.parse(told).equals(expected.atZone(zone).toOffsetDateTime())) {
            differences.add("%s: %s (expected: %s)".formatted(name, told, expected.atZone(zone)));
        }
    }

    /** What a point is long. */
    enum Step {
        QUARTER_HOUR("15m"),
        HOUR("1h"),
        DAY("1d");

        final String word;

        Step(String word) {
            this.word = word;
        }
    }

    /** Cut wherever a clock shows another hour, or the same one anew, but on quarter-hours of UTC alone: at the next one, where it does between two. */
    static List<ViewQuery.Piece> pieces(Step step, ViewQuery query) {
        var cuts = new TreeSet<Instant>();
        var before = query.start();
        var latest = LocalDate.MIN;
        for (var now = before; now.isBefore(query.end()); now = now.plus(1, ChronoUnit.MINUTES)) {
            var then = before.atZone(query.zone());
            var clock = now.atZone(query.zone());
            var isNewDay = clock.toLocalDate().isAfter(latest);
            var isNewHour = isNewDay
                    || clock.getHour() != then.getHour()
                    || !clock.getOffset().equals(then.getOffset());
            if (switch (step) {
                case QUARTER_HOUR -> now.getEpochSecond() % 900 == 0;
                case HOUR -> isNewHour;
                case DAY -> isNewDay;
            }) {
                cuts.add(Instant.ofEpochSecond(-Math.floorDiv(-now.getEpochSecond(), 900L) * 900));
            }
            latest = isNewDay ? clock.toLocalDate() : latest;
            before = now;
        }
        var pieces = new ArrayList<ViewQuery.Piece>();
        for (var start : cuts) {
            var end = cuts.higher(start);
            pieces.add(new ViewQuery.Piece(start, end == null ? query.end() : end));
        }
        return pieces;
    }
}
