package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims over HTTP, one after the other and a few at once. */
class ClaimsTest {

    private final Desk desk = Desk.fresh("operator", "integration");

    private long number(String offer, String member) {
        return desk.get("/offers/" + offer).json().get(member).longValue();
    }

    @Test
    void aClaimIsMadeOnceHoweverOftenItIsAskedFor() {
        var offer = desk.offer(10, 5);
        var path = "/offers/" + offer + "/claims/order-7";
        var body = Desk.json("{'buyer': 'u 1', 'quantity': 2, 'order': 'A1'}");
        var claimed = desk.put(path, body);
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(201);
        assertThat(claimed.json().propertyNames())
                .containsExactly(
                        "id",
                        "offer",
                        "buyer",
                        "quantity",
                        "order",
                        "state",
                        "claimedAt",
                        "expiresAt",
                        "confirmedAt",
                        "releasedAt");
        assertThat(claimed.at("/state")).isEqualTo("held");
        var again = desk.put(path, body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(claimed.text());
        assertThat(desk.get(path).text()).isEqualTo(claimed.text());
        assertThat(number(offer, "left")).isEqualTo(8);
        assertProblem(desk.claim(offer, "order-7", "u 1", 3), 409, "claim.taken");
        assertProblem(desk.claim(offer, "order-7", "u 1", 2), 409, "claim.taken");
        // The same id of another offer is another claim.
        desk.claim(desk.offer(1, 1), "order-7", "u 1", 1).ok();
    }

    @Test
    void aRefusalSaysWhyWithTheNumbers() {
        var offer = desk.offer(5, 3);
        desk.claim(offer, "c1", "u1", 2).ok();
        var capped = desk.claim(offer, "c2", "u1", 2);
        assertProblem(capped, 409, "offer.cap_reached");
        assertThat(capped.json().get("capPerBuyer").intValue()).isEqualTo(3);
        assertThat(capped.json().get("ofBuyer").intValue()).isEqualTo(2);
        desk.claim(offer, "c3", "u2", 2).ok();
        desk.move("/offers/" + offer + "/claims/c3", "confirmed").ok();
        var soldOut = desk.claim(offer, "c4", "u3", 2);
        assertProblem(soldOut, 409, "offer.sold_out");
        assertThat(soldOut.json().get("left").intValue()).isEqualTo(1);
        assertThat(soldOut.json().get("held").intValue()).isEqualTo(2);
        assertThat(soldOut.json().get("stock").intValue()).isEqualTo(5);
        // What was refused is not remembered: it is decided again.
        desk.move("/offers/" + offer + "/claims/c1", "released").ok();
        desk.claim(offer, "c4", "u3", 2).ok();
        var drafted = desk.post("/offers", Desk.terms(1, 1, "")).id();
        assertProblem(desk.claim(drafted, "c1", "u1", 1), 409, "offer.not_open");
        desk.move("/offers/" + drafted, "closed").ok();
        assertProblem(desk.claim(drafted, "c1", "u1", 1), 409, "offer.closed");
        var later = open(Desk.terms(1, 1, "").replace("2026", "2125"));
        assertProblem(desk.claim(later, "c1", "u1", 1), 409, "offer.not_open");
        var over = open(Desk.terms(1, 1, "").replace("2126-06-01", "2026-06-02"));
        assertProblem(desk.claim(over, "c1", "u1", 1), 409, "offer.closed");
    }

    private String open(String terms) {
        var offer = desk.post("/offers", terms).ok().id();
        desk.move("/offers/" + offer, "open").ok();
        return offer;
    }

    @Test
    void aClaimIsConfirmedOrReleasedOnce() {
        var offer = desk.offer(3, 3);
        var path = "/offers/" + offer + "/claims/c1";
        assertProblem(desk.move(path, "confirmed"), 404, "claim.unknown");
        desk.claim(offer, "c1", "u1", 2).ok();
        var confirmed = desk.move(path, "confirmed").ok();
        assertThat(confirmed.at("/state")).isEqualTo("confirmed");
        assertThat(desk.move(path, "confirmed").ok().text()).isEqualTo(confirmed.text());
        assertThat(number(offer, "confirmed")).isEqualTo(2);
        var released = desk.move(path, "released").ok();
        assertThat(desk.move(path, "released").ok().text()).isEqualTo(released.text());
        assertThat(number(offer, "confirmed")).isZero();
        assertThat(number(offer, "left")).isEqualTo(3);
        assertProblem(desk.move(path, "confirmed"), 409, "transition.refused");
        assertProblem(desk.move(path, "held"), 400, "to.invalid");
        assertProblem(desk.move(path, "expired"), 400, "to.invalid");
        // It was promised: what it is of may be closed since.
        desk.claim(offer, "c2", "u1", 1).ok();
        desk.move("/offers/" + offer, "closed").ok();
        desk.move("/offers/" + offer + "/claims/c2", "confirmed").ok();
        assertThat(desk.trail().stream().map(entry -> entry.get("resource").stringValue()))
                .doesNotContain("claim");
    }

    @Test
    void claimsAreListedTheNewestFirstByBuyerAndState() {
        var offer = desk.offer(100, 10);
        for (int turn = 0; turn < 7; turn++) {
            desk.claim(offer, "c" + turn, "u" + turn % 2, 1).ok();
        }
        desk.move("/offers/" + offer + "/claims/c2", "confirmed").ok();
        desk.move("/offers/" + offer + "/claims/c3", "released").ok();
        var claims = "/offers/" + offer + "/claims";
        assertThat(ids(desk.get(claims))).containsExactly("c6", "c5", "c4", "c3", "c2", "c1", "c0");
        assertThat(ids(desk.get(claims + "?buyer=u1"))).containsExactly("c5", "c3", "c1");
        assertThat(ids(desk.get(claims + "?buyer=u0&state=held"))).containsExactly("c6", "c4", "c0");
        assertThat(ids(desk.get(claims + "?state=confirmed"))).containsExactly("c2");
        assertThat(ids(desk.get(claims + "?state=expired"))).isEmpty();
        var page = desk.get(claims + "?limit=4");
        assertThat(ids(page)).containsExactly("c6", "c5", "c4", "c3");
        var rest = desk.get(claims + "?limit=4&cursor=" + page.at("/nextCursor"));
        assertThat(ids(rest)).containsExactly("c2", "c1", "c0");
        assertThat(rest.json().get("nextCursor").isNull()).isTrue();
        var other = desk.offer(1, 1);
        assertProblem(desk.get("/offers/" + other + "/claims?cursor=" + page.at("/nextCursor")), 400, "cursor.invalid");
        assertProblem(desk.get(claims + "?state=x"), 400, "state.invalid");
        assertProblem(desk.get(claims + "?order=x"), 400, "parameter.unknown");
    }

    private static List<String> ids(Answer page) {
        return page.items().stream().map(item -> item.get("id").stringValue()).toList();
    }

    @Test
    void ofManyAtOnceABuyerGetsNoMoreThanTheCap() {
        var offer = desk.offer(100, 3);
        var answers = Desk.atOnce(30, turn -> desk.claim(offer, "c" + turn, "u1", 1));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> assertProblem(answer, 409, "offer.cap_reached"));
        assertThat(number(offer, "claimed")).isEqualTo(3);
    }

    @Test
    void confirmedReleasedAndClaimedAtOnceTheCountsStayTrue() {
        var offer = desk.offer(8, 100);
        for (int turn = 0; turn < 8; turn++) {
            desk.claim(offer, "c" + turn, "u1", 1).ok();
        }
        Desk.atOnce(
                48,
                turn -> turn % 3 == 2
                        ? desk.claim(offer, "d" + turn, "u2", 1)
                        : desk.move(
                                "/offers/" + offer + "/claims/c" + turn % 8, turn % 3 == 0 ? "confirmed" : "released"));
        var claims = desk.get("/offers/" + offer + "/claims?limit=500").items();
        var states =
                claims.stream().map(claim -> claim.get("state").stringValue()).toList();
        assertThat(number(offer, "claimed"))
                .isEqualTo(states.stream()
                        .filter(state -> !state.equals("released"))
                        .count());
        assertThat(number(offer, "confirmed"))
                .isEqualTo(states.stream().filter("confirmed"::equals).count());
        assertThat(number(offer, "left")).isGreaterThanOrEqualTo(0);
    }

    @Test
    void whatIsNoClaimIsRefusedByName() {
        var offer = desk.offer(1, 1);
        assertProblem(desk.claim(offer, "c1", "买家", 1), 400, "buyer.invalid");
        assertProblem(desk.claim(offer, "c1", "u".repeat(65), 1), 400, "buyer.invalid");
        assertProblem(desk.claim(offer, "c1", "u1", 0), 400, "quantity.invalid");
        assertProblem(desk.claim(offer, "c1", "u1", 9_000_000_000L), 400, "quantity.invalid");
        assertProblem(desk.claim(offer, "c%20", "u1", 1), 400, "claim.invalid");
        assertProblem(desk.claim(offer, "c".repeat(65), "u1", 1), 400, "claim.invalid");
        assertProblem(desk.put("/offers/" + offer + "/claims/c1", "{\"buyer\":\"u1\"}"), 400, "member.missing");
        assertProblem(desk.claim("x", "c1", "u1", 1), 404, "offer.unknown");
        assertProblem(desk.get("/offers/" + offer + "/claims/c1"), 404, "claim.unknown");
    }
}
