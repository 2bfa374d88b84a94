package io.factmatrix.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.GuardRules;
import io.factmatrix.plan.domain.Limit;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.PromiseKind;
import io.factmatrix.plan.domain.Rulebook;
import io.factmatrix.plan.domain.Source;
import io.factmatrix.plan.domain.SourceKind;
import io.factmatrix.plan.domain.Span;
import io.factmatrix.plan.domain.calendar.CalendarEntry;
import io.factmatrix.plan.domain.calendar.EntryKind;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
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

/** What all fields promise and plan, side by side, whichever of them answer. */
@TestInstance(Lifecycle.PER_CLASS)
class PlansTest {

    private static final String M1 = "/v1/merchants/m1";
    private static final Span ALWAYS =
            new Span(Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2099-06-01T00:00:00Z"));

    private final JsonMapper json = JsonMapper.shared();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway("--fact.calls.conflicts.spared-for=1ms", "--fact.calls.conflicts.deadline=1s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    private static Promise promise(
            PromiseKind kind, Field field, SourceKind source, String id, @Nullable Long price, Span span) {
        return new Promise(
                kind,
                new Source(field, source, id, null),
                null,
                null,
                "serum",
                price == null ? null : new Money(price, "CNY"),
                2L,
                span);
    }

    private static Promise offer(String id, long price) {
        return promise(PromiseKind.GOODS, Field.CAMPAIGN, SourceKind.OFFER, id, price, ALWAYS);
    }

    private static Promise line(String id, long price) {
        return promise(PromiseKind.GOODS, Field.LIVESTREAM, SourceKind.RUNDOWN_LINE, id, price, ALWAYS);
    }

    private void everythingContradicts() {
        gateway.kol()
                .promises(
                        null,
                        promise(PromiseKind.PRICE_PROTECTION, Field.KOL, SourceKind.ENGAGEMENT, "k", 9_900L, ALWAYS));
        gateway.campaign()
                .promises(
                        new Rulebook(
                                GuardRules.DEFAULT, List.of(new Limit("serum", List.of(new Money(9_000, "CNY")), 5L))),
                        offer("o", 8_000));
        gateway.livestream().promises(null, line("l", 9_500), line("m", 10_000));
    }

    @Test
    void conflictsOfPromisesAreListedBehindThoseOfLedgersWithBothSides() {
        everythingContradicts();
        gateway.kol().hasConflicts(Field.KOL, "a");
        var all = get("/conflicts");
        assertThat(kinds(all))
                .containsExactly(
                        "line.outclaimed",
                        "promise.floor",
                        "promise.protection",
                        "promise.protection",
                        "promise.stock");
        var floor = all.at("/items/1");
        assertThat(floor.at("/floor/amount").stringValue()).isEqualTo("90.00");
        assertThat(floor.at("/atStake/amount").stringValue()).isEqualTo("20.00");
        assertThat(floor.at("/department").stringValue()).isEqualTo("goods");
        var protection = all.at("/items/2");
        assertThat(protection.at("/sides/0/source").stringValue()).isEqualTo("engagement");
        assertThat(protection.at("/sides/1/id").stringValue()).isIn("l", "o");
        assertThat(all.at("/items/4/promised").intValue()).isEqualTo(6);
        assertThat(all.at("/complete").booleanValue()).isTrue();
        assertThat(all.at("/nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "kind=promise.stock, promise.stock",
        "kind=promise.burst, ''",
        "field=kol, promise.protection promise.protection",
        "field=creator, ''",
        "field=unattributed, ''",
        "field=campaign&kind=promise.protection, promise.protection"
    })
    void conflictsOfPromisesAreFiltered(String query, String kinds) {
        everythingContradicts();
        assertThat(String.join(" ", kinds(get("/conflicts?" + query)))).isEqualTo(kinds);
    }

    @Test
    void whatAFieldHidesComesWhenItAnswersAndTheRestBefore() {
        everythingContradicts();
        gateway.livestream().is(Mood.FAILING);
        var items = new ArrayList<JsonNode>();
        var page = get("/conflicts?kind=promise.protection&limit=1");
        assertThat(page.at("/complete").booleanValue()).isFalse();
        assertThat(page.at("/missing/0/field").stringValue()).isEqualTo("livestream");
        page.get("items").forEach(items::add);
        assertThat(items).hasSize(1);
        gateway.livestream().is(Mood.WELL);
        while (!page.at("/nextCursor").isNull()) {
            assertThat(items).hasSizeLessThan(10);
            page = get("/conflicts?kind=promise.protection&limit=1&cursor="
                    + URLEncoder.encode(page.at("/nextCursor").stringValue(), UTF_8));
            page.get("items").forEach(items::add);
        }
        assertThat(items.stream().map(item -> item.at("/sides/1/id").stringValue()))
                .containsExactly("o", "l");
        assertThat(page.at("/complete").booleanValue()).isTrue();
    }

    @Test
    void whatIsOverIsNotAskedFor() {
        everythingContradicts();
        get("/conflicts?kind=promise.floor");
        assertThat(gateway.kol().requests())
                .singleElement()
                .asString()
                .startsWith("POST /v1/merchants/m1/fields/kol/looks");
    }

    @Test
    void promisesOfAllFieldsAreOneList() {
        everythingContradicts();
        gateway.creator().is(Mood.FAILING);
        var page = get("/promises?product=serum&from=2026-06-01T00:00:00%2B08:00");
        assertThat(page.get("items").valueStream().map(item -> item.at("/id").stringValue()))
                .containsExactly("l", "m", "o", "k");
        assertThat(page.at("/missing/0/field").stringValue()).isEqualTo("creator");
        assertThat(gateway.kol().requests().get(0)).contains("product=serum").contains("from=2026-05-31T16:00:00Z");
        assertThat(get("/promises?field=kol").get("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/promises?field=unattributed|field.invalid",
                "/promises?from=2026|from.invalid",
                "/promises?from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z|from.invalid",
                "/promises?x=1|parameter.unknown",
                "/promises?cursor=x|cursor.invalid",
                "/calendar?from=2026-06-01|parameter.missing",
                "/calendar?from=2026-06-02&to=2026-06-01|from.invalid",
                "/calendar?from=2026-06-01&to=2027-06-03|to.invalid",
                "/calendar?from=2026-06-01&to=2026-06-02&zone=%2B8|zone.invalid",
                "/calendar?from=2026-06-01&to=2026-06-02&field=x|field.invalid"
            })
    void whatIsNotUnderstoodIsRefused(String query, String code) {
        var answer = gateway.get(M1 + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("code").stringValue()).isEqualTo(code);
    }

    private void plan() {
        gateway.livestream()
                .plans(new CalendarEntry(
                        EntryKind.SESSION,
                        "s1",
                        "",
                        "618 之夜；大促, 直播\\间\r\n" + "很长的标题😀".repeat(20),
                        Instant.parse("2026-06-18T12:00:00Z"),
                        Instant.parse("2026-06-18T16:00:00Z"),
                        "planned",
                        true));
        gateway.kol()
                .plans(
                        new CalendarEntry(
                                EntryKind.MILESTONE,
                                "e1",
                                "milestone-0",
                                "Night: script",
                                Instant.parse("2026-06-10T00:00:00.500Z"),
                                null,
                                "signed",
                                false),
                        new CalendarEntry(
                                EntryKind.PRICE_PROTECTION,
                                "e1",
                                "clause-0",
                                "Night: serum",
                                Instant.parse("2026-06-01T00:00:00Z"),
                                Instant.parse("2026-07-01T00:00:00Z"),
                                "signed",
                                false));
    }

    @Test
    void theCalendarIsInTheOrderOfTimeAndSaysWhoIsMissing() {
        plan();
        gateway.creator().is(Mood.HANGING);
        var calendar = get("/calendar?from=2026-06-01&to=2026-07-01");
        assertThat(calendar.get("items")
                        .valueStream()
                        .map(item -> item.at("/field").stringValue() + " "
                                + item.at("/kind").stringValue()))
                .containsExactly("kol price-protection", "kol milestone", "livestream session");
        assertThat(calendar.at("/complete").booleanValue()).isFalse();
        assertThat(calendar.at("/missing/0/reason").stringValue()).isEqualTo("creator timed out");
        assertThat(calendar.at("/period/zone").stringValue()).isEqualTo("Asia/Shanghai");
        // The days are those of the zone.
        assertThat(gateway.kol().requests().get(0))
                .contains("from=2026-05-31T16%3A00%3A00Z&to=2026-06-30T16%3A00%3A00Z");
    }

    @Test
    void theCalendarOpensInAProgramOfOthers() throws IOException, ParserException {
        plan();
        gateway.campaign().is(Mood.FAILING);
        var answer = file("?from=2026-06-01&to=2026-07-01&zone=Asia/Shanghai");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(answer.body().split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
        var calendar = parsed(answer);
        calendar.validate();
        var session = event(calendar, "livestream-session-s1@m1.fact-matrix");
        assertThat(value(session, Property.SUMMARY))
                .isEqualTo("618 之夜；大促, 直播\\间\n" + "很长的标题😀".repeat(20) + " (livestream)");
        assertThat(value(session, Property.DTSTART)).isEqualTo("20260618T120000Z");
        assertThat(value(session, Property.DTEND)).isEqualTo("20260618T160000Z");
        assertThat(value(session, Property.STATUS)).isEqualTo("TENTATIVE");
        var due = event(calendar, "kol-milestone-e1-milestone-0@m1.fact-matrix");
        assertThat(value(due, Property.DTSTART)).isEqualTo("20260610T000000Z");
        assertThat(due.getProperty(Property.DTEND)).isEmpty();
        var missing = event(calendar, "missing-campaign@m1.fact-matrix");
        assertThat(value(missing, Property.SUMMARY)).isEqualTo("campaign is missing from this calendar");
        assertThat(value(missing, Property.DESCRIPTION)).isEqualTo("campaign answered 500");
        assertThat(value(missing, Property.DTSTART)).isEqualTo("20260601");
        // Whoever asks again finds the same entries.
        assertThat(parsed(file("?from=2026-06-01&to=2026-07-01")).getComponents().stream()
                        .map(component -> value((VEvent) component, Property.UID)))
                .containsExactlyElementsOf(calendar.getComponents().stream()
                        .map(component -> value((VEvent) component, Property.UID))
                        .toList());
    }

    @Test
    void aCalendarOfNothingOpensToo() throws IOException, ParserException {
        assertThat(parsed(file("?from=2026-06-01&to=2026-06-02")).getComponents())
                .isEmpty();
    }

    private HttpResponse<String> file(String query) {
        var answer = gateway.send(gateway.request(M1 + "/calendar" + query)
                .header("Accept", "text/calendar")
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Calendar parsed(HttpResponse<String> answer) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(answer.body()));
    }

    private static VEvent event(Calendar calendar, String uid) {
        return calendar.getComponents().stream()
                .map(VEvent.class::cast)
                .filter(event -> value(event, Property.UID).equals(uid))
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private JsonNode get(String query) {
        var answer = gateway.get(M1 + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static List<String> kinds(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.at("/kind").stringValue())
                .toList();
    }
}
