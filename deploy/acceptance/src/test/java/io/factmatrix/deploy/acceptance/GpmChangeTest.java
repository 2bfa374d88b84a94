package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a touchpoint is, its service says: a merchant with one of everything sees why GPM moved at each kind. */
@ExtendWith(RunningStack.Shared.class)
class GpmChangeTest {

    private static final String DAYS = "from=2026-03-09&to=2026-03-16";

    private static final List<String> ROLES =
            List.of("operator", "integration", "content", "goods", "creators", "ads", "service");

    private final MerchantApi merchant;

    GpmChangeTest(RunningStack stack) {
        var name = stack.newMerchant().merchant();
        this.merchant = Furnished.of(stack.merchant(name, ROLES)).api();
    }

    @Test
    void everyFieldTellsItsKindsApart() {
        var named = Map.of(
                "livestream", first("/sessions", "touchpoint"),
                "creator", content("video-1"),
                "campaign", first("/campaigns", "pages/0/touchpoint"),
                "kol", first("/engagements", "touchpoint"));
        var kinds =
                Map.of("livestream", "session", "creator", "content", "campaign", "campaign-page", "kol", "engagement");
        var events = new ArrayList<Event>();
        named.forEach((field, touchpoint) -> {
            events.addAll(week(field, touchpoint, "2026-03-03", 40));
            events.addAll(week(field, touchpoint, "2026-03-10", 90));
            events.addAll(week(field, "nothing names it", "2026-03-03", 20));
            events.addAll(week(field, "nothing names it", "2026-03-10", 20));
        });
        Asserting.stored(merchant.ingest(events, MerchantApi.Form.NDJSON), events.size());
        Asserting.settled(merchant);

        var change = whole("/gpm-change?" + DAYS);
        var view = whole("/operating-view?compare=previous&" + DAYS);
        kinds.forEach((field, kind) -> {
            var told = change.at("/fields/" + field);
            assertThat(told.path("change")).isEqualTo(view.at("/gpmChange/fields/" + field + "/change"));
            assertThat(told.at("/kinds/" + kind + "/before").stringValue()).isEqualTo("40.00");
            assertThat(told.at("/kinds/" + kind + "/after").stringValue()).isEqualTo("90.00");
            assertThat(told.at("/kinds/other/change").stringValue()).isEqualTo("0.00");
            assertThat(told.at("/betweenKinds/mix").stringValue()).isEqualTo("0.00");
            assertThat(told.at("/betweenKinds/kinds/" + kind + "/factors/aov")).isEqualTo(told.path("change"));
        });
        assertThat(change.at("/total/change")).isEqualTo(view.at("/gpmChange/total/change"));
        var parts = change.at("/total/betweenKinds/kinds")
                .valueStream()
                .flatMap(part -> Stream.of(part.path("mix"), part.path("within")))
                .map(part -> new BigDecimal(part.stringValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(parts).isEqualByComparingTo(change.at("/total/change").stringValue());
    }

    /** Names it as what the first participation has made. */
    private String content(String touchpoint) {
        var path = "/participations/" + first("/participations", "id");
        var version = merchant.resource("GET", path, "").headers().getOrDefault("etag", "");
        var made = merchant.resource(
                "PUT", path, "{\"touchpoints\": [\"%s\"]}".formatted(touchpoint), "If-Match", version);
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return touchpoint;
    }

    /** What the first of them that has it says there. */
    private String first(String resources, String member) {
        var listed = merchant.resource("GET", resources, "");
        return listed.json()
                .path("items")
                .valueStream()
                .map(item -> item.at("/" + member))
                .filter(JsonNode::isString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s of %s: %s".formatted(member, resources, listed)))
                .stringValue();
    }

    private JsonNode whole(String asked) {
        return await().until(
                        () -> merchant.resource("GET", asked, "").json(),
                        answer -> answer.path("complete").asBoolean());
    }

    /** A thousand impressions, and one order of so much. */
    private static List<Event> week(String field, String touchpoint, String day, int yuan) {
        var id = "%s %s %s".formatted(field, touchpoint.hashCode(), day);
        return Stream.of(
                        Events.traffic("t " + id, day + "T10:00:00+08:00", day + "T10:15:00+08:00")
                                .with("impressions", 1_000)
                                .with("views", 100)
                                .with("productImpressions", 80)
                                .with("productClicks", 8),
                        Events.paid("p " + id, "o " + id, yuan + ".00").with("occurredAt", day + "T10:05:00+08:00"))
                .map(event -> event.with("field", field).with("touchpoint", touchpoint))
                .toList();
    }
}
