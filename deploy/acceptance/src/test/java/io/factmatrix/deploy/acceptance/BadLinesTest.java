package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.audience;
import static io.factmatrix.deploy.acceptance.Events.cost;
import static io.factmatrix.deploy.acceptance.Events.money;
import static io.factmatrix.deploy.acceptance.Events.paid;
import static io.factmatrix.deploy.acceptance.Events.refunded;
import static io.factmatrix.deploy.acceptance.Events.service;
import static io.factmatrix.deploy.acceptance.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scorecard 9: 10,000 lines of which 100 are bad in more than 20 ways: exactly those, by line and code. */
@ExtendWith(RunningStack.Shared.class)
class BadLinesTest {

    private static final int LINES = 10_000;
    private static final int BAD = 100;

    private final RunningStack stack;

    BadLinesTest(RunningStack stack) {
        this.stack = stack;
    }

    /** A line that is wrong, and the code it must be refused with. */
    record Bad(String line, String code) {}

    @Test
    void exactlyTheBadLinesAreRefusedByLineAndCode() {
        var lines = new ArrayList<String>();
        var expected = new TreeMap<Integer, String>();
        fill(lines, expected);
        var body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var merchant = stack.newMerchant();

        var first = merchant.ingest(body, "application/x-ndjson", false);
        Asserting.counted(first, LINES - BAD, 0, BAD);
        assertThat(errors(first)).isEqualTo(expected);

        var again = merchant.ingest(body, "application/x-ndjson", true);
        Asserting.counted(again, 0, LINES - BAD, BAD);
        assertThat(errors(again)).isEqualTo(expected);
    }

    /** The same in one array, where a line is an element; only what is JSON at all can stand in one. */
    @Test
    void elementsOfAnArrayAreRefusedLikeLines() {
        var bad = ways().stream()
                .filter(way -> !way.code().equals("json.invalid"))
                .toList();
        var elements = new ArrayList<>(foundation().stream().map(Event::json).toList());
        int good = elements.size();
        bad.forEach(way -> elements.add(way.line()));
        var answer = stack.newMerchant()
                .ingest(
                        ("[" + String.join(",\n", elements) + "]").getBytes(StandardCharsets.UTF_8),
                        "application/json",
                        false);

        Asserting.counted(answer, good, 0, bad.size());
        assertThat(Asserting.codes(answer))
                .isEqualTo(bad.stream().map(Bad::code).toList());
    }

    @Test
    void aBadLineCarriesItsIdAndSaysWhatWasExpected() {
        var answer = stack.newMerchant().ingest(paid("e-77", "1", "12.345"));

        var error = answer.json().path("errors").path(0);
        assertThat(error.path("id").asString("")).isEqualTo("e-77");
        assertThat(error.path("line").asInt()).isEqualTo(1);
        assertThat(error.path("detail").asString("")).contains("12.345", "expected", "2 decimals");
    }

    @Test
    void blankLinesAreSkippedAndStillNumbered() {
        var answer = stack.newMerchant()
                .ingestText("\n" + paid("a", "1", "1").json() + "\n\n  \r\n{\n"
                        + paid("b", "2", "1").json());

        Asserting.counted(answer, 2, 0, 1);
        assertThat(errors(answer)).isEqualTo(Map.of(5, "json.invalid"));
        assertThat(answer.json().path("received").asInt()).isEqualTo(3);
    }

    @Test
    void aBrokenArrayIsRefusedAfterTheElementsBeforeTheBreakWereDecided() {
        var merchant = stack.newMerchant();
        var whole = "[" + paid("a", "1", "1").json() + "," + paid("b", "2", "1").json();
        var answer = merchant.ingest((whole + ",{\"id\":").getBytes(StandardCharsets.UTF_8), "application/json", false);

        Asserting.problem(answer, 400);
        assertThat(answer.text()).contains("2");
        Asserting.counted(
                merchant.ingest((whole + "]").getBytes(StandardCharsets.UTF_8), "application/json", false), 0, 2, 0);
    }

    @Test
    void onlyTheFirstThousandErrorsAreListed() {
        var answer = stack.newMerchant().ingestText("{}\n".repeat(1500));

        Asserting.counted(answer, 0, 0, 1500);
        assertThat(answer.json().path("errors")).hasSize(1000);
        assertThat(answer.json().path("errorsTruncated").asBoolean()).isTrue();
    }

    private static void fill(List<String> lines, Map<Integer, String> expected) {
        foundation().forEach(event -> lines.add(event.json()));
        var ways = ways();
        assertThat(ways.stream().map(Bad::code).distinct().count()).isGreaterThanOrEqualTo(20);
        var random = new Random(9);
        var places = new TreeSet<Integer>();
        while (places.size() < BAD) {
            places.add(lines.size() + random.nextInt(LINES - lines.size()));
        }
        var fields = Event.FIELDS;
        for (int way = 0, line = lines.size(); line < LINES; line++) {
            if (places.contains(line)) {
                var bad = ways.get(way++ % ways.size());
                lines.add(bad.line());
                expected.put(line + 1, bad.code());
            } else {
                lines.add(paid("g-" + line, "g-" + line, "1.00")
                        .with("field", fields.get(line % fields.size()))
                        .json());
            }
        }
    }

    /** Good events that bad ones collide with; in every field's batch they come first. */
    private static List<Event> foundation() {
        return List.of(
                paid("base", "base", "10.00"),
                paid("base-2", "base-2", "10.00"),
                paid("base-2b", "base-2", "9.00").with("replaces", "base-2"),
                paid("base-3", "base-3", "10.00"),
                cost("estimate", "ads", "5").with("status", "estimated"),
                cost("settled", "ads", "5").with("settles", "estimate"));
    }

    private static List<Bad> ways() {
        var good = paid("bad", "bad", "1.00");
        var hour = traffic("bad", "2025-06-10T11:00:00Z", "2025-06-10T12:00:00Z");
        var ways = new ArrayList<Bad>();
        ways.add(new Bad("{\"id\":\"x\",", "json.invalid"));
        ways.add(new Bad("not json", "json.invalid"));
        ways.add(new Bad("[]", "json.invalid"));
        ways.add(new Bad("42", "json.invalid"));
        ways.add(new Bad(good.json() + good.json(), "json.invalid"));
        ways.add(new Bad(good.json().replace("\"bad\"", "'bad'"), "json.invalid"));
        ways.add(new Bad(good.json().replace("}}", "},}"), "json.invalid"));
        ways.add(new Bad(good.with("product", "x".repeat(17_000)).json(), "line.too_long"));
        ways.add(new Bad(good.with("colour", "red").json(), "member.unknown"));
        ways.add(new Bad(good.with("Amount", "1").json(), "member.unknown"));
        ways.add(new Bad(service("bad", "praise").with("quantity", 1).json(), "member.unknown"));
        ways.add(new Bad(hour.with("amount", money("1", "CNY")).json(), "member.unknown"));
        for (var required :
                List.of("id", "type", "field", "touchpoint", "occurredAt", "order", "product", "quantity")) {
            ways.add(new Bad(good.with(required, null).json(), "member.missing"));
        }
        ways.add(new Bad(good.with("amount", null).json(), "member.missing"));
        ways.add(new Bad(hour.with("start", null).json(), "member.missing"));
        ways.add(new Bad(audience("bad", "u", "saw").with("stage", null).json(), "member.missing"));
        ways.add(new Bad("{\"id\":\"bad\"," + good.json().substring(1), "member.duplicate"));
        ways.add(new Bad(good.with("id", "x".repeat(65)).json(), "id.invalid"));
        ways.add(new Bad(good.with("id", "").json(), "id.invalid"));
        ways.add(new Bad(good.with("id", "é").json(), "id.invalid"));
        ways.add(new Bad(good.with("id", "a\u0000b").json(), "id.invalid"));
        ways.add(new Bad(good.with("id", 7).json(), "id.invalid"));
        ways.add(new Bad(good.with("type", "order.payed").json(), "type.invalid"));
        ways.add(new Bad(good.with("field", "shop").json(), "field.invalid"));
        ways.add(new Bad(good.with("touchpoint", "x".repeat(65)).json(), "touchpoint.invalid"));
        ways.add(new Bad(good.with("shop", "").json(), "shop.invalid"));
        ways.add(new Bad(good.with("shop", "店").json(), "shop.invalid"));
        ways.add(new Bad(good.with("product", "a\tb").json(), "product.invalid"));
        ways.add(new Bad(good.with("audience", "x".repeat(65)).json(), "audience.invalid"));
        for (var moment : List.of(
                "2025-06-10T12:00:00",
                "2025-06-10",
                "2025-06-10T12:00:00.0001Z",
                "2025-02-30T12:00:00Z",
                "2025-06-10T25:00:00Z",
                "2009-12-31T23:59:59.999Z",
                "yesterday",
                "1749556800000",
                Instant.now()
                        .plus(25, ChronoUnit.HOURS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString())) {
            ways.add(new Bad(good.with("occurredAt", moment).json(), "occurredAt.invalid"));
        }
        ways.add(new Bad(good.with("occurredAt", 1749556800).json(), "occurredAt.invalid"));
        for (var amount : List.of("12.345", "-1.00", "one", "", "1,00", "92233720368547758.08")) {
            ways.add(new Bad(good.with("amount", money(amount, "CNY")).json(), "amount.invalid"));
        }
        ways.add(new Bad(good.with("amount", "1.00").json(), "amount.invalid"));
        ways.add(new Bad(good.with("amount", 1).json(), "amount.invalid"));
        ways.add(new Bad(good.with("quantity", 0).json(), "quantity.invalid"));
        ways.add(new Bad(good.with("quantity", 1.5).json(), "quantity.invalid"));
        ways.add(new Bad(good.with("quantity", "1").json(), "quantity.invalid"));
        ways.add(new Bad(good.with("sample", "true").json(), "sample.invalid"));
        ways.add(new Bad(good.with("order", "x".repeat(65)).json(), "order.invalid"));
        ways.add(new Bad(refunded("bad", "base", "0").json(), "amount.invalid"));
        ways.add(new Bad(hour.with("impressions", -1).json(), "impressions.invalid"));
        ways.add(new Bad(hour.with("views", 1.5).json(), "views.invalid"));
        ways.add(new Bad(hour.with("likes", "3").json(), "likes.invalid"));
        ways.add(new Bad(hour.with("occurredAt", "2025-06-10T12:00:01Z").json(), "occurredAt.invalid"));
        ways.add(new Bad(hour.with("people", 3).json(), "people.invalid"));
        ways.add(new Bad(audience("bad", "u", "bought").json(), "stage.invalid"));
        ways.add(new Bad(cost("bad", "rent", "1").json(), "category.invalid"));
        ways.add(new Bad(cost("bad", "ads", "1").with("status", "guess").json(), "status.invalid"));
        ways.add(new Bad(service("bad", "shrug").json(), "kind.invalid"));
        ways.add(new Bad(paid("base", "base", "11.00").json(), "event.conflict"));
        ways.add(new Bad(paid("bad", "base", "10.00").json(), "order.line_conflict"));
        ways.add(new Bad(refunded("bad", "base", "10.01").json(), "refund.exceeds_paid"));
        ways.add(new Bad(
                refunded("bad", "base", "1").with("amount", money("1", "USD")).json(), "refund.currency"));
        ways.add(new Bad(paid("bad", "base-2", "1").with("replaces", "base-2").json(), "replaces.taken"));
        ways.add(new Bad(paid("bad", "other", "1").with("replaces", "base-3").json(), "replaces.mismatch"));
        ways.add(new Bad(service("bad", "praise").with("replaces", "base-3").json(), "replaces.mismatch"));
        return ways;
    }

    private static Map<Integer, String> errors(Answer answer) {
        var errors = new LinkedHashMap<Integer, String>();
        answer.json()
                .path("errors")
                .forEach(error -> errors.put(
                        error.path("line").asInt(), error.path("code").asString("")));
        return errors;
    }
}
