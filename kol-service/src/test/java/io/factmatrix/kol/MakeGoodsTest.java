package io.factmatrix.kol;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Make-goods over HTTP. */
class MakeGoodsTest {

    private static final String GUARANTEE = """
            , 'guaranteedGmv': {'amount': '1000.00', 'currency': 'CNY'},
            'guaranteeWindow': {'from': '2025-06-18T12:00:00Z', 'to': '%s'}""";

    private final Desk desk = Desk.fresh("operator", "integration");
    private final String kol = desk.add(RosterTest.kol("li", "")).ok().id();
    private final String engagement = engagement(kol, GUARANTEE.formatted("2025-06-19T12:00:00Z"));
    private final String path = path(engagement);

    private String engagement(String kol, String more) {
        return desk.post("/engagements", EngagementsTest.terms(kol, 18, more))
                .ok()
                .id();
    }

    private static String path(String engagement) {
        return "/engagements/" + engagement + "/make-goods";
    }

    private static String refund(String amount) {
        return Desk.json("{'kind': 'refund-of-fee', 'amount': {'amount': '%s', 'currency': 'CNY'}}".formatted(amount));
    }

    private Answer move(String makeGood, String to) {
        return desk.post(path + "/" + makeGood + "/transitions", "{\"to\":\"" + to + "\"}");
    }

    @Test
    void aShortfallIsMadeGood() {
        var proposed = desk.post(path, refund("50000")).ok();
        assertThat(proposed.json().propertyNames())
                .containsExactly(
                        "id", "engagement", "kind", "amount", "madeGoodBy", "note", "state", "createdAt", "changedAt");
        assertThat(proposed.header("Location")).endsWith(path + "/" + proposed.id());
        assertThat(desk.get(path + "/" + proposed.id()).text()).isEqualTo(proposed.text());
        desk.send("PUT", path + "/" + proposed.id(), refund("60000")).ok();
        assertProblem(move(proposed.id(), "done"), 409, "transition.refused");
        move(proposed.id(), "agreed").ok();
        assertProblem(desk.send("PUT", path + "/" + proposed.id(), refund("1")), 409, "make-good.agreed");
        move(proposed.id(), "done").ok();
        assertProblem(move(proposed.id(), "agreed"), 409, "transition.refused");
        var slot = Desk.json("{'kind': 'extra-slot', 'madeGoodBy': '%s', 'note': '补播'}");
        assertThat(desk.post(path, slot.formatted(engagement(kol, ""))).ok().at("/note"))
                .isEqualTo("补播");
        assertThat(desk.get(path).items()).hasSize(2);
        assertThat(desk.get(path + "?state=done").items()).hasSize(1);
        var other = engagement(desk.add(RosterTest.kol("wei", "")).ok().id(), "");
        assertProblem(desk.post(path, slot.formatted(other)), 400, "madeGoodBy.invalid");
        assertProblem(desk.post(path, slot.formatted(engagement)), 400, "madeGoodBy.invalid");
        assertProblem(desk.post(path, slot.formatted("0".repeat(26))), 404, "engagement.unknown");
        assertProblem(desk.get(path(other) + "/" + proposed.id()), 404, "make-good.unknown");
        assertProblem(
                desk.post(path(other) + "/" + proposed.id() + "/transitions", "{\"to\":\"done\"}"),
                404,
                "make-good.unknown");
        assertProblem(Desk.fresh().get(path), 404, "engagement.unknown");
    }

    @Test
    void noMoreThanTheFeeIsRefundedHoweverManyPropose() {
        var answers = Desk.atOnce(5, turn -> desk.post(path, refund("80000")));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 201, 400, 400, 400);
        var refused = desk.post(path, refund("40000.01"));
        assertProblem(refused, 400, "amount.invalid");
        assertThat(refused.at("/detail")).contains("40000.01").contains("40000.00");
        desk.post(path, refund("40000")).ok();
    }

    @Test
    void whereNothingIsShortNothingIsMadeGood() {
        assertProblem(desk.post(path(engagement(kol, "")), refund("1")), 409, "shortfall.none");
        var later =
                engagement(kol, GUARANTEE.replace("2025-06-18", "2998-06-18").formatted("2998-06-19T12:00:00Z"));
        assertProblem(desk.post(path(later), refund("1")), 409, "shortfall.none");
        var paid =
                "[{'id': 'o1', 'type': 'order.paid', 'field': 'kol', 'touchpoint': '%s', 'occurredAt': '2025-06-18T12:05:00Z', 'order': '1', 'product': 'a', 'quantity': 1, 'amount': {'amount': '1000', 'currency': 'CNY'}}]";
        desk.post("/events", Desk.json(paid.formatted(engagement))).ok();
        assertProblem(desk.post(path, refund("1")), 409, "shortfall.none");
    }

    @Test
    void whatIsNoOfferIsRefusedByName() {
        var money = "'amount': {'amount': '1', 'currency': 'CNY'}";
        for (var wrong : List.of(
                "{'kind': 'refund-of-fee'}|member.missing",
                "{'kind': 'extra-slot'}|member.missing",
                "{'kind': 'other'}|member.missing",
                "{'kind': 'gift', " + money + "}|kind.invalid",
                "{'kind': 'extra-slot', " + money + "}|amount.invalid",
                "{'kind': 'other', 'madeGoodBy': '" + engagement + "', " + money + "}|madeGoodBy.invalid",
                "{'kind': 'refund-of-fee', 'madeGoodBy': '" + engagement + "'}|madeGoodBy.invalid",
                "{'kind': 'other', " + money.replace("CNY", "USD") + "}|amount.invalid",
                "{'kind': 'other', " + money.replace("'1'", "'0'") + "}|amount.invalid")) {
            var parts = wrong.split("\\|", 2);
            assertProblem(desk.post(path, Desk.json(parts[0])), 400, parts[1]);
        }
        assertThat(desk.get(path).items()).isEmpty();
    }
}
