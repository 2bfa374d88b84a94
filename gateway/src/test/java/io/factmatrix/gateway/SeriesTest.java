package io.factmatrix.gateway;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The view over time. Each stub has all that it has at the beginning of what it is asked for. */
@TestInstance(Lifecycle.PER_CLASS)
class SeriesTest {

    private static final String SERIES = "/v1/merchants/m1/operating-view/series?";

    private static final String EXPORT = "/v1/merchants/m1/exports/series?";

    private final JsonMapper json = JsonMapper.shared();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--fact.calls.series.spared-for=1ms",
                "--fact.calls.positions.spared-for=1ms",
                "--fact.calls.positions.deadline=10s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        gateway.kol().has(Field.KOL, 2, gmv(150));
        gateway.creator().has(Field.CREATOR, 3, gmv(50));
    }

    @Test
    void aPointHasWhatTheViewOfItsPieceHas() {
        var series = get("from=2026-06-01&to=2026-06-03&metrics=gmv,gpm.view,impressions");
        assertThat(series.propertyNames())
                .containsExactly("merchant", "period", "currency", "step", "points", "complete", "fields", "missing");
        assertThat(series.get("points").toString())
                .startsWith(
                        "[{\"start\":\"2026-06-01T00:00:00+08:00\",\"end\":\"2026-06-02T00:00:00+08:00\",\"fields\":{\"livestream\":"
                                + "{\"gmv\":\"0.00\",\"impressions\":null,\"gpm\":{\"view\":null}}")
                .contains("\"kol\":{\"gmv\":\"1.50\"")
                .contains("\"total\":{\"gmv\":\"2.00\"")
                .contains("{\"start\":\"2026-06-02T00:00:00+08:00\"");
        assertThat(series.get("complete").booleanValue()).isTrue();
        assertThat(series.get("missing")).isEmpty();
        assertThat(series.at("/fields/kol/watermark").stringValue()).isEqualTo("2");
        assertThat(series.at("/fields/kol").has("metrics")).isFalse();
    }

    @Test
    void aPointWithAllMetricsIsTheView() {
        var view = json.readTree(gateway.get("/v1/merchants/m1/operating-view?from=2026-06-01&to=2026-06-02")
                .body());
        var point = get("from=2026-06-01&to=2026-06-02").at("/points/0");
        assertThat(point.get("total")).isEqualTo(view.at("/total/metrics"));
        assertThat(point.at("/fields/kol")).isEqualTo(view.at("/fields/kol/metrics"));
    }

    @Test
    void theRepeatedHourIsToldApart() {
        var points = get("from=2026-11-01&to=2026-11-02&zone=America/New_York&step=1h&metrics=gmv")
                .get("points");
        assertThat(points).hasSize(25);
        assertThat(points.at("/1/start").stringValue()).isEqualTo("2026-11-01T01:00:00-04:00");
        assertThat(points.at("/2/start").stringValue()).isEqualTo("2026-11-01T01:00:00-05:00");
    }

    @Test
    void aFieldThatIsAwayIsNotZero() {
        gateway.kol().is(Mood.FAILING);
        var series = get("from=2026-06-01&to=2026-06-02&metrics=gmv");
        assertThat(series.at("/points/0/fields/kol").isNull()).isTrue();
        assertThat(series.at("/points/0/total/gmv").stringValue()).isEqualTo("0.50");
        assertThat(series.get("complete").booleanValue()).isFalse();
        assertThat(series.at("/fields/kol/status").stringValue()).isEqualTo("missing");
        for (var service : List.of(gateway.livestream(), gateway.creator(), gateway.campaign())) {
            service.is(Mood.FAILING);
        }
        assertThat(get("from=2026-06-01&to=2026-06-02&metrics=gmv")
                        .at("/points/0/total")
                        .isNull())
                .isTrue();
    }

    /** Newfoundland's clocks were changed a minute past midnight: that hour begins at the next quarter, and the one that is cut ends there. */
    @ParameterizedTest
    @CsvSource({
        "2010-11-07, 26, 2010-11-07T00:00:00-02:30, 2010-11-06T23:01:00-03:30, 2010-11-06T23:15:00-03:30, 2010-11-07T00:00:00-03:30",
        "2010-03-14, 24, 2010-03-14T00:00:00-03:30, 2010-03-14T01:01:00-02:30, 2010-03-14T01:15:00-02:30, 2010-03-14T02:00:00-02:30",
    })
    void aPieceThatTheClockWouldCutOffTheQuarterHourIsMoved(
            String day, int hours, String begin, String byClock, String start, String end) {
        var query = "from=%s&to=%s&zone=America/St_Johns&step=1h&metrics=gmv"
                .formatted(day, LocalDate.parse(day).plusDays(1));
        var points = get(query).get("points");
        assertThat(points).hasSize(hours);
        assertThat(points.at("/0/start").stringValue()).isEqualTo(begin);
        assertThat(points.at("/0/end").stringValue()).isEqualTo(start);
        assertThat(points.get(0).has("movedFrom")).isFalse();
        assertThat(points.get(1).propertyNames()).containsExactly("start", "end", "movedFrom", "fields", "total");
        assertThat(points.at("/1/movedFrom").stringValue()).isEqualTo(byClock);
        assertThat(points.at("/1/start").stringValue()).isEqualTo(start);
        assertThat(points.at("/1/end").stringValue()).isEqualTo(end);
        for (int at = 1; at < points.size(); at++) {
            assertThat(points.get(at).get("start")).isEqualTo(points.get(at - 1).get("end"));
        }
        assertThat(gateway.get(EXPORT + query + "&format=csv").body())
                .contains("\n%s,%s,kol,1.50\n".formatted(begin, start))
                .contains("\n%s,%s,kol,0.00\n".formatted(start, end));
    }

    /** Different ones for different points: each is told, with its reason and with which. */
    @Test
    void everyFieldThatIsAwayInAnyPartIsTold() {
        var days = "from=2026-06-01&to=2026-07-01&step=1h&metrics=gmv";
        gateway.kol().isAwayFor(day("2026-06-01"), day("2026-06-12"));
        gateway.creator().isAwayFor(day("2026-06-12"), day("2026-06-20"));
        var series = get(days);
        assertThat(series.get("complete").booleanValue()).isFalse();
        assertThat(series.at("/fields/kol/status").stringValue()).isEqualTo("missing");
        assertThat(series.at("/fields/creator/status").stringValue()).isEqualTo("missing");
        assertThat(series.at("/fields/livestream/status").stringValue()).isEqualTo("fresh");
        var missing = series.get("missing").valueStream().toList();
        assertThat(missing).extracting(gap -> gap.get("field").stringValue()).containsExactly("creator", "kol");
        assertThat(missing).allMatch(gap -> gap.get("reason").stringValue().endsWith("answered 500"));
        for (var point : series.get("points")) {
            var start = OffsetDateTime.parse(point.get("start").stringValue());
            for (var gap : missing) {
                var isIn = !start.isBefore(OffsetDateTime.parse(gap.get("from").stringValue()))
                        && start.isBefore(OffsetDateTime.parse(gap.get("to").stringValue()));
                assertThat(point.get("fields")
                                .get(gap.get("field").stringValue())
                                .isNull())
                        .as("%s %s", start, gap)
                        .isEqualTo(isIn);
            }
        }
        var lines = gateway.get(EXPORT + days).body().lines().toList();
        var closing = json.readTree(lines.get(lines.size() - 1)).get("end");
        assertThat(closing.get("missing").stringValue()).isEqualTo("creator kol");
        assertThat(closing.get("missing.kol").stringValue())
                .startsWith("2026-06-01T00:00:00+08:00/")
                .endsWith(" kol answered 500");
        assertThat(closing.get("missing.creator").stringValue()).endsWith(" creator answered 500");
    }

    private static Instant day(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    @Test
    void aLongSeriesIsReadInParts() {
        var series = get("from=2026-01-01&to=2027-01-01&step=15m&metrics=gmv");
        assertThat(series.get("points")).hasSize(365 * 96);
        assertThat(gateway.kol().requests()).hasSize(183).allMatch(request -> request.contains("people=false"));
        var starts = series.get("points")
                .valueStream()
                .map(point -> point.get("start").stringValue())
                .toList();
        assertThat(starts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anExportIsTheSeriesClosed() {
        var query = "from=2026-06-01&to=2026-06-03&metrics=gmv,gpm,buyers.value";
        var lines = gateway.get(EXPORT + query).body().lines().toList();
        var points = get(query).get("points");
        assertThat(lines).hasSize(3);
        assertThat(json.readTree(lines.get(0))).isEqualTo(points.get(0));
        assertThat(json.readTree(lines.get(1))).isEqualTo(points.get(1));
        assertThat(json.readTree(lines.get(2)).at("/end/rows").asInt()).isEqualTo(2);
        assertThat(json.readTree(lines.get(2)).at("/end/complete").asString()).isEqualTo("true");
        var table = gateway.get(EXPORT + query + "&format=csv");
        assertThat(table.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"series-m1-2026-06-01-2026-06-03-1d.csv\"");
        assertThat(table.body())
                .startsWith("start,end,field,gmv,buyers.value,gpm.impression,gpm.view\n")
                .contains("\n2026-06-01T00:00:00+08:00,2026-06-02T00:00:00+08:00,kol,1.50,0,,\n")
                .contains("\n2026-06-02T00:00:00+08:00,2026-06-03T00:00:00+08:00,total,0.00,0,,\n")
                .contains("\n#end,\"rows\",12,\"sha256\",");
    }

    @Test
    void anExportSaysWhoIsMissing() {
        gateway.kol().is(Mood.FAILING);
        var table = gateway.get(EXPORT + "from=2026-06-01&to=2026-06-02&metrics=gmv&format=csv")
                .body();
        assertThat(table)
                .contains(",kol,\n")
                .contains("\"complete\",false,\"missing\",kol,\"missing.kol\",")
                .contains(",2026-06-01T00:00:00+08:00/2026-06-02T00:00:00+08:00 kol answered 500\n");
    }

    /** Apia had no 30th of December in 2011. */
    @Test
    void aPartWithoutAPointLeavesNoGap() {
        for (var days : new String[] {"from=2011-12-20&to=2011-12-31", "from=2011-12-30&to=2012-01-12"}) {
            var points = get(days + "&zone=Pacific/Apia&step=15m&metrics=gmv").get("points");
            assertThat(points.size() % 96).isZero();
            assertThat(points).hasSizeGreaterThan(900);
        }
    }

    @Test
    void aDayThatNeverWasHasNoPoints() {
        var series = get("from=2011-12-30&to=2011-12-31&zone=Pacific/Apia&step=15m&metrics=gmv");
        assertThat(series.get("points")).isEmpty();
        assertThat(series.get("complete").booleanValue()).isTrue();
    }

    @Test
    void peopleAreCountedWhenTheyAreAskedFor() {
        get("from=2026-06-01&to=2026-06-02&metrics=newBuyerShare");
        get("from=2026-06-01&to=2026-06-02");
        get("from=2026-06-01&to=2026-06-04&step=15m&metrics=buyers.value");
        assertThat(gateway.kol().requests()).hasSize(5).allMatch(request -> request.contains("people=true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "step=2h|step.invalid|2h",
                "step=15m&to=2030-06-01|step.invalid|at most 40000 points, and not 140256",
                "metrics=gmv,gnv|metrics.invalid|gmv,gnv",
                "metrics=|metrics.invalid|gpm.view",
                "metrics=gmv,|metrics.invalid|gmv,",
                "compare=previous|parameter.unknown|compare",
                "asOf=2026-06-01T00:00:00Z|parameter.unknown|asOf",
            })
    void whatIsNotUnderstoodIsNamed(String query, String code, String named) {
        var to = query.contains("to=") ? "" : "&to=2026-06-02";
        var answer = gateway.get(SERIES + "from=2026-06-01" + to + "&" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(code).contains(named);
    }

    private JsonNode get(String query) {
        var answer = gateway.get(SERIES + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
