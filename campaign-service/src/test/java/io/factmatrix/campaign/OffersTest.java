package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offers over HTTP. */
class OffersTest {

    private final Desk desk = Desk.fresh();

    private Answer draft(long stock, long cap, String more) {
        return desk.post("/offers", Desk.terms(stock, cap, more));
    }

    @Test
    void anOfferIsShownWithWhatIsLeftOfIt() {
        var drafted = draft(10, 2, ", 'listPrice': {'amount': '199.00', 'currency': 'CNY'}")
                .ok();
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.json().propertyNames())
                .containsExactly(
                        "id",
                        "product",
                        "price",
                        "listPrice",
                        "stock",
                        "capPerBuyer",
                        "start",
                        "end",
                        "campaign",
                        "state",
                        "claimed",
                        "confirmed",
                        "left",
                        "createdAt",
                        "changedAt");
        assertThat(drafted.json().get("price").toString()).isEqualTo("{\"amount\":\"99.00\",\"currency\":\"CNY\"}");
        var path = "/offers/" + drafted.id();
        assertThat(desk.get(path).text()).isEqualTo(drafted.text());
        var open = desk.move(path, "open", "If-Match", "\"1\"").ok();
        assertThat(open.header("ETag")).isEqualTo("\"2\"");
        desk.claim(drafted.id(), "c1", "u1", 2).ok();
        desk.claim(drafted.id(), "c2", "u2", 1).ok();
        desk.move(path + "/claims/c2", "confirmed").ok();
        // The terms are as they were, and so is their tag; yet nobody is told that nothing changed.
        var counted = desk.get(path, "If-None-Match", "\"2\"").ok();
        assertThat(counted.header("ETag")).isEqualTo("\"2\"");
        assertThat(counted.json().get("claimed").intValue()).isEqualTo(3);
        assertThat(counted.json().get("confirmed").intValue()).isEqualTo(1);
        assertThat(counted.json().get("left").intValue()).isEqualTo(7);
        assertThat(desk.get("/offers").items().get(0).toString()).isEqualTo(counted.text());
    }

    @Test
    void stockIsRaisedAndLoweredToWhatIsClaimed() {
        var offer = desk.offer(10, 10);
        var path = "/offers/" + offer;
        desk.claim(offer, "c1", "u1", 4).ok();
        desk.put(path, Desk.terms(20, 10, ""), "If-Match", "\"2\"").ok();
        var refused = desk.put(path, Desk.terms(3, 10, ""));
        assertProblem(refused, 409, "offer.stock_claimed");
        assertThat(refused.json().get("claimed").intValue()).isEqualTo(4);
        assertThat(desk.put(path, Desk.terms(4, 10, "")).ok().json().get("left").intValue())
                .isZero();
        assertProblem(desk.claim(offer, "c2", "u1", 1), 409, "offer.sold_out");
        desk.move(path + "/claims/c1", "released").ok();
        desk.put(path, Desk.terms(0, 10, "")).ok();
        assertProblem(desk.put(path, Desk.terms(1, 10, ""), "If-Match", "\"2\""), 412, "revision.mismatch");
    }

    @Test
    void onceOpenWhatWasPromisedStays() {
        var campaign = desk.post("/campaigns", Desk.json("{'kind': 'marketing-ip', 'name': 'a'}"))
                .id();
        var drafted = draft(1, 1, ", 'campaign': '" + campaign + "'").ok();
        var path = "/offers/" + drafted.id();
        desk.put(path, Desk.terms(1, 1, "").replace("99", "89")).ok();
        assertProblem(desk.move(path, "draft"), 409, "transition.refused");
        desk.move(path, "open").ok();
        var terms = Desk.terms(1, 1, "").replace("99", "89");
        for (var begun : List.of(
                Desk.terms(1, 1, ""),
                terms.replace("serum", "cream"),
                terms.replace("2026", "2027"),
                Desk.terms(1, 1, ", 'listPrice': {'amount': '189', 'currency': 'CNY'}")
                        .replace("99", "89"),
                Desk.terms(1, 1, ", 'campaign': '" + campaign + "'").replace("99", "89"))) {
            assertProblem(desk.put(path, begun), 409, "offer.begun");
        }
        desk.put(path, terms.replace("2126", "2127").replace("\"capPerBuyer\": 1", "\"capPerBuyer\": 5"))
                .ok();
        desk.move(path, "closed").ok();
        assertProblem(desk.put(path, terms), 409, "offer.over");
        assertProblem(desk.move(path, "open"), 409, "transition.refused");
    }

    @Test
    void anOfferOfACampaignNeedsOneThatIsNotOver() {
        var campaign = desk.post("/campaigns", Desk.json("{'kind': 'marketing-ip', 'name': 'a'}"))
                .id();
        var offer = draft(1, 1, ", 'campaign': '" + campaign + "'").ok().id();
        draft(1, 1, "").ok();
        assertThat(desk.get("/offers?campaign=" + campaign).items()).hasSize(1);
        assertThat(desk.get("/offers?product=serum").items()).hasSize(2);
        assertThat(desk.get("/offers?state=open").items()).isEmpty();
        desk.move("/campaigns/" + campaign, "cancelled").ok();
        assertProblem(draft(1, 1, ", 'campaign': '" + campaign + "'"), 409, "campaign.over");
        // That one can still be changed: the campaign is not asked again.
        desk.put("/offers/" + offer, Desk.terms(2, 1, ", 'campaign': '" + campaign + "'"))
                .ok();
        assertProblem(draft(1, 1, ", 'campaign': 'x'"), 404, "campaign.unknown");
        assertProblem(draft(1, 1, ", 'campaign': '00000000000000000000000000'"), 404, "campaign.unknown");
        assertProblem(
                new Desk(Desk.freshMerchant(), "goods")
                        .post("/offers", Desk.terms(1, 1, ", 'campaign': '" + campaign + "'")),
                404,
                "campaign.unknown");
    }

    private String campaign(String more) {
        return desk.post("/campaigns", Desk.json(campaignBody(more))).ok().id();
    }

    private static String campaignBody(String more) {
        return "{'kind': 'marketing-ip', 'name': 'a', 'phases': [{'phase': 'burst', 'start': '2026-06-01T00:00:00Z', 'end': '2126-06-01T00:00:00Z'}]"
                + more + "}";
    }

    @Test
    void anOfferLiesInTheTimeOfItsCampaign() {
        var campaign = campaign("");
        var of = ", 'campaign': '" + campaign + "'";
        var path = "/offers/" + draft(1, 1, of).ok().id();
        var early = desk.post("/offers", Desk.terms(1, 1, of).replace("2026-06-01", "2026-05-31"));
        assertProblem(early, 409, "offer.outside_campaign");
        assertThat(early.at("/detail"))
                .isEqualTo("start: 2026-05-31T00:00:00Z (expected: not before 2026-06-01T00:00:00Z, when campaign "
                        + campaign + " begins)");
        var late = Desk.terms(1, 1, of).replace("2126-06-01", "2126-06-02");
        assertProblem(desk.put(path, late), 409, "offer.outside_campaign");
        desk.move(path, "open").ok();
        assertProblem(desk.put(path, late), 409, "offer.outside_campaign");
        // Of no campaign it may lie anywhere.
        desk.post("/offers", Desk.terms(1, 1, "").replace("2126-06-01", "2126-06-02"))
                .ok();
    }

    @Test
    void anOfferIsOfTheProductsOfItsCampaign() {
        var of = ", 'campaign': '" + campaign(", 'scope': {'products': ['cream', 'oil']}") + "'";
        var refused = draft(1, 1, of);
        assertProblem(refused, 409, "offer.outside_campaign");
        assertThat(refused.at("/detail")).startsWith("product: serum (expected: one of the 2 products of campaign ");
        desk.post("/offers", Desk.terms(1, 1, of).replace("serum", "oil")).ok();
    }

    @Test
    void aCampaignIsNotChangedBeneathOpenOffers() {
        var campaign = campaign("");
        var path = "/campaigns/" + campaign;
        var offer = draft(1, 1, ", 'campaign': '" + campaign + "'").ok().id();
        var later = Desk.json(campaignBody("").replace("2026-06-01", "2026-06-02"));
        var others = Desk.json(campaignBody(", 'scope': {'products': ['cream']}"));
        // Nothing was promised yet.
        desk.put(path, later).ok();
        assertProblem(desk.move("/offers/" + offer, "open"), 409, "offer.outside_campaign");
        desk.put(path, Desk.json(campaignBody(""))).ok();
        desk.move("/offers/" + offer, "open").ok();
        var refused = desk.put(path, later);
        assertProblem(refused, 409, "offer.outside_campaign");
        assertThat(refused.at("/detail"))
                .isEqualTo("phases: without offer " + offer
                        + ", which is open, of start 2026-06-01T00:00:00Z (expected: not before 2026-06-02T00:00:00Z, when campaign "
                        + campaign + " begins)");
        assertThat(desk.put(path, others).at("/detail"))
                .startsWith("scope: without offer " + offer + ", which is open, of product serum");
        desk.put(path, Desk.json(campaignBody(", 'scope': {'products': ['cream', 'serum']}")))
                .ok();
        desk.move("/offers/" + offer, "closed").ok();
        desk.put(path, later).ok();
    }

    @Test
    void whoOpensAndWhoChangesBeneathAtOnceNeverBothDo() {
        for (int round = 0; round < 8; round++) {
            var campaign = campaign("");
            var offer = draft(1, 1, ", 'campaign': '" + campaign + "'").ok().id();
            var later = Desk.json(campaignBody("").replace("2026-06-01", "2026-06-02"));
            var answers = Desk.atOnce(
                    2,
                    turn -> turn == 0
                            ? desk.move("/offers/" + offer, "open")
                            : desk.put("/campaigns/" + campaign, later));
            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void whatIsNoOfferIsRefusedByName() {
        var good = Desk.terms(1, 1, "");
        for (var wrong : List.of(
                "\"stock\": 1|\"stock\": -1|stock.invalid",
                "\"stock\": 1|\"stock\": 1.5|stock.invalid",
                "\"capPerBuyer\": 1|\"capPerBuyer\": 0|capPerBuyer.invalid",
                "\"capPerBuyer\": 1|\"cap\": 1|member.missing",
                "\"99\"|\"-1\"|price.invalid",
                "\"99\"|99|price.invalid",
                "2126|2026|end.invalid",
                "serum|精华|product.invalid")) {
            var parts = wrong.split("\\|", 3);
            assertProblem(desk.post("/offers", good.replace(parts[0], parts[1])), 400, parts[2]);
        }
        assertProblem(draft(1, 1, ", 'listPrice': {'amount': '98', 'currency': 'CNY'}"), 400, "listPrice.invalid");
        assertProblem(draft(1, 1, ", 'listPrice': {'amount': '100', 'currency': 'USD'}"), 400, "listPrice.invalid");
        assertProblem(desk.get("/offers/x"), 404, "offer.unknown");
    }

    @Test
    void goodsOffersAndAdsReads() {
        var goods = new Desk(desk.merchant(), "goods");
        var offer = goods.post("/offers", Desk.terms(1, 1, "")).ok().id();
        var ads = new Desk(desk.merchant(), "ads");
        ads.get("/offers/" + offer).ok();
        assertProblem(ads.move("/offers/" + offer, "open"), 403, "role.missing");
        assertProblem(goods.claim(offer, "c1", "u1", 1), 403, "role.missing");
        var others = new Desk(Desk.freshMerchant(), "operator");
        assertProblem(others.get("/offers/" + offer), 404, "offer.unknown");
        assertProblem(others.claim(offer, "c1", "u1", 1), 404, "offer.unknown");
        assertProblem(others.get("/offers/" + offer + "/claims"), 404, "offer.unknown");
    }
}
