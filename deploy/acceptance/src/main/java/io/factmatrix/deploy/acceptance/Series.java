package io.factmatrix.deploy.acceptance;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A series by days: each of its points is the view of that day. */
final class Series {

    private Series() {}

    /** Where it is anything else; the first and the last days, and some between, of a long one. */
    static List<String> differences(Oracle oracle, ViewQuery query, JsonNode series) {
        var differences = new ArrayList<String>();
        var points = series.path("points");
        var days = query.from().datesUntil(query.to()).toList();
        if (points.size() != days.size()) {
            differences.add("points: %d (expected: %d)".formatted(points.size(), days.size()));
            return differences;
        }
        int step = 1 + days.size() / 16;
        for (int at = 0; at < days.size(); at += step) {
            var point = points.get(at);
            var day = query.withDay(days.get(at));
            if (!OffsetDateTime.parse(point.path("start").asString())
                    .toInstant()
                    .equals(day.start())) {
                differences.add("start: %s (expected: %s)".formatted(point.path("start"), day.start()));
            }
            Differences.betweenPoints(oracle.view(day), point)
                    .forEach(difference -> differences.add(day.from() + " " + difference));
        }
        return differences;
    }
}
