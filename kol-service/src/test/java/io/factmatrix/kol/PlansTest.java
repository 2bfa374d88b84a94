package io.factmatrix.kol;

import static io.factmatrix.ledger.testing.MerchantClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What engagements promise and plan. */
class PlansTest {

    private static final String MORE = """
            , 'products': [
                {'product': 'serum', 'category': 'Beauty', 'price': {'amount': '99', 'currency': 'CNY'}, 'stock': 5},
                {'product': 'rice', 'category': 'food', 'price': {'amount': '9', 'currency': 'CNY'}}],
            'clauses': [
                {'kind': 'exclusivity', 'products': ['cream'], 'categories': ['beauty'], 'from': '2026-06-10T00:00:00Z', 'to': '2026-06-12T00:00:00Z'},
                {'kind': 'price-protection', 'products': ['serum'], 'from': '2026-06-01T00:00:00Z', 'to': '2026-06-30T00:00:00Z'}],
            'milestones': [{'name': '脚本', 'due': '2026-05-01T00:00:00Z'}]""";

    private final Desk desk = Desk.fresh();

    @Test
    void whatIsSignedIsPromisedUntilItIsSettledAndItsClausesAfter() {
        var kol = desk.add(json("{'name': '李老师', 'platform': 'douyin', 'handle': 'li'}"))
                .ok()
                .id();
        var engagement = desk.post("/engagements", EngagementsTest.terms(kol, 18, MORE))
                .ok()
                .id();
        assertThat(desk.get("/fields/kol/promises").items()).isEmpty();
        assertThat(calendar("2026-05-01", "2026-05-02")).containsExactly("milestone 618 专场: 脚本 true");
        move(engagement, "signed");
        assertThat(promises(""))
                .containsExactly(
                        "goods serum",
                        "goods rice",
                        "exclusivity cream",
                        "exclusivity serum",
                        "price-protection serum");
        assertThat(promises("&product=serum&from=2026-06-13T00:00:00Z"))
                .containsExactly("goods serum", "price-protection serum");
        assertThat(promises("&limit=2&after=" + engagement + ".2"))
                .containsExactly("exclusivity cream", "exclusivity serum");
        assertThat(calendar("2026-06-11", "2026-06-19"))
                .containsExactly(
                        "price-protection 618 专场: serum false",
                        "exclusivity 618 专场: cream, beauty false",
                        "engagement 618 专场 false");
        move(engagement, "live");
        move(engagement, "settled");
        assertThat(promises("")).containsExactly("exclusivity cream", "exclusivity serum", "price-protection serum");
    }

    private void move(String engagement, String to) {
        desk.post("/engagements/" + engagement + "/transitions", json("{'to': '" + to + "'}"))
                .ok();
    }

    private List<String> promises(String query) {
        return desk.get("/fields/kol/promises?" + query.replaceFirst("&", "")).items().stream()
                .map(item -> text(item, "/kind") + " " + text(item, "/product"))
                .toList();
    }

    private List<String> calendar(String from, String to) {
        return desk.get("/fields/kol/calendar?from=%sT00:00:00Z&to=%sT00:00:00Z".formatted(from, to)).items().stream()
                .map(entry -> "%s %s %s"
                        .formatted(
                                text(entry, "/kind"),
                                text(entry, "/title"),
                                entry.at("/tentative").booleanValue()))
                .toList();
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).stringValue();
    }
}
