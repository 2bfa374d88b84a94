package io.factmatrix.creator;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How statements are opened and closed, over HTTP; one creator, who gets a tenth. */
class StatementsTest {

    private final Desk desk = Desk.fresh("creators");
    private final String creator = desk.creator("mei");

    @BeforeEach
    void agree() {
        var collaboration =
                desk.collaboration(", 'products': ['serum'], 'fee': {'amount': '50.00', 'currency': 'CNY'}");
        desk.participation(collaboration, creator, "v-1");
        desk.linkedSince("2026-03-31T15:59:59.999Z");
    }

    private void sell(String order, String at, String amount) {
        desk.tell(
                "{'id': '%s', 'type': 'order.paid', 'touchpoint': 'v-1', 'occurredAt': '%s', 'order': '%s', 'product': 'serum', 'quantity': 1, 'amount': {'amount': '%s', 'currency': 'CNY'}}"
                        .formatted(order, at, order, amount));
    }

    private void refund(String order, String amount) {
        desk.tell(
                "{'id': 'r-%s-%s', 'type': 'order.refunded', 'occurredAt': '2026-05-02T00:00:00Z', 'order': '%s', 'amount': {'amount': '%s', 'currency': 'CNY'}}"
                        .formatted(order, amount, order, amount));
    }

    private Answer open(String month, String more) {
        return desk.post(
                "/settlement-statements",
                Desk.json("{'creator': '%s', 'month': '%s', 'currency': 'CNY'%s}".formatted(creator, month, more)));
    }

    private Answer close(String statement) {
        return desk.move("/settlement-statements/" + statement, "closed");
    }

    private Answer closed(String month) {
        return close(open(month, "").ok().id()).ok();
    }

    private List<String> entries(String statement) {
        return desk.get("/settlement-statements/" + statement + "/entries").ok().items().stream()
                .map(entry -> "%s %s %s %s"
                        .formatted(
                                entry.get("kind").stringValue(),
                                entry.get("order").asString(),
                                entry.get("stated").stringValue(),
                                entry.get("amount").stringValue()))
                .toList();
    }

    @Test
    void whatChangesLaterIsAdjustedInTheNextStatement() {
        sell("o-1", "2026-03-10T00:00:00Z", "100.00");
        sell("o-2", "2026-03-31T15:59:59.999Z", "9.95");
        sell("o-3", "2026-03-31T16:00:00Z", "7.00");
        var march = closed("2026-03");
        assertThat(entries(march.id()))
                .containsExactlyInAnyOrder("fee  0.00 50.00", "line o-1 0.00 10.00", "line o-2 0.00 1.00");
        assertThat(march.json().get("totals").toString())
                .isEqualTo(Desk.json("{'lines':'11.00','adjustments':'0.00','fees':'50.00','payable':'61.00'}"));
        assertThat(march.at("/watermark")).isEqualTo("3");
        refund("o-1", "100.00");
        sell("o-4", "2026-03-11T00:00:00Z", "20.00");
        var april = open("2026-04", "").ok();
        assertThat(april.json().get("totals").isNull()).isTrue();
        assertThat(desk.get("/settlement-statements/" + april.id()).ok().at("/totals/payable"))
                .isEqualTo("-7.30");
        refund("o-3", "1.00");
        assertThat(close(april.id()).ok().at("/totals/payable")).isEqualTo("-7.40");
        assertThat(entries(april.id()))
                .containsExactly("adjustment o-1 10.00 -10.00", "line o-3 0.00 0.60", "adjustment o-4 0.00 2.00");
        assertThat(entries(march.id())).as("closed").hasSize(3);
        assertThat(closed("2026-05").at("/totals/payable")).as("nothing new").isEqualTo("0.00");
    }

    @Test
    void whatEarnsNothingAnyMoreIsTakenBack() {
        sell("o-1", "2026-03-10T00:00:00Z", "100.00");
        closed("2026-03");
        desk.tell(
                "{'id': 'x', 'replaces': 'o-1', 'type': 'order.paid', 'touchpoint': 'v-1', 'occurredAt': '2026-05-10T00:00:00Z', 'order': 'o-1', 'product': 'serum', 'quantity': 1, 'amount': {'amount': '90.00', 'currency': 'CNY'}}");
        var april = closed("2026-04");
        assertThat(entries(april.id())).containsExactly("adjustment o-1 10.00 -10.00");
        var may = closed("2026-05");
        assertThat(entries(may.id())).as("it was paid then").containsExactly("adjustment o-1 0.00 9.00");
    }

    @Test
    void monthsAreClosedInOrderAndOnlyWhenTheyAreOver() {
        assertProblem(close(open("2099-12", "").ok().id()), 409, "month.running");
        var april = open("2026-04", "").ok().id();
        var march = open("2026-03", "").ok().id();
        var early = close(april);
        assertProblem(early, 409, "month.open");
        assertThat(early.at("/statement")).isEqualTo(march);
        close(march).ok();
        close(april).ok();
        assertProblem(open("2026-02", ""), 409, "month.settled");
        assertProblem(open("2026-04", ""), 409, "statement.exists");
        assertProblem(open("2026-05", ", 'zone': 'UTC'"), 409, "zone.fixed");
        assertThat(close(april).json().get("allowed").toString()).isEqualTo("[]");
        assertThat(desk.get("/settlement-statements?state=closed&month=2026-03")
                        .ok()
                        .items())
                .hasSize(1);
        assertThat(desk.get("/settlement-statements?currency=JPY").ok().items()).isEmpty();
    }

    @Test
    void ofManyAtOnceOneOpensAndOneCloses() {
        sell("o-1", "2026-03-10T00:00:00Z", "100.00");
        var opened = Desk.atOnce(6, turn -> open("2026-03", ""));
        assertThat(opened.stream().map(Answer::status)).containsOnlyOnce(201);
        var id =
                desk.get("/settlement-statements").ok().items().get(0).get("id").stringValue();
        var etag = desk.get("/settlement-statements/" + id).header("ETag");
        var closings = Desk.atOnce(6, turn -> close(id));
        assertThat(closings.stream().map(Answer::status)).containsOnlyOnce(200);
        closings.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> assertProblem(answer, 409, "transition.refused"));
        assertThat(entries(id)).hasSize(2);
        assertProblem(desk.move("/settlement-statements/" + id, "closed", "If-Match", etag), 412, "revision.mismatch");
        assertThat(desk.as("operator").trail().get(0).get("action").stringValue())
                .isEqualTo("closed");
    }

    @Test
    void whatIsClosedCannotBeChangedByTheService() {
        sell("o-1", "2026-03-10T00:00:00Z", "100.00");
        closed("2026-03");
        var jdbc = Desk.bean(JdbcTemplate.class);
        for (var statement : List.of("update settlement_entry set amount = 1", "delete from settlement_entry")) {
            assertThatThrownBy(() -> Desk.bean(MerchantTransactions.class)
                            .write(MerchantId.of(desk.merchant()), () -> jdbc.update(statement)))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whatIsNoStatementIsRefusedByName() {
        assertProblem(open("2026-13", ""), 400, "month.invalid");
        assertProblem(open("26-01", ""), 400, "month.invalid");
        assertProblem(open("2026-01", ", 'zone': 'Mars'"), 400, "zone.invalid");
        assertProblem(open("2026-01", ", 'state': 'closed'"), 400, "member.unknown");
        assertProblem(desk.post("/settlement-statements", "{}"), 400, "member.missing");
        var id = open("2026-01", "").ok().id();
        assertProblem(desk.move("/settlement-statements/" + id, "paid"), 400, "to.invalid");
        assertProblem(Desk.fresh().get("/settlement-statements/" + id), 404, "statement.unknown");
        assertProblem(Desk.fresh().get("/settlement-statements/" + id + "/entries"), 404, "statement.unknown");
        assertThat(desk.as("integration").get("/settlement-statements/" + id).status())
                .isEqualTo(200);
        for (var role : List.of("goods", "ads", "service", "content")) {
            assertThat(desk.as(role).get("/settlement-statements/" + id).status())
                    .isEqualTo(403);
            assertThat(desk.as(role)
                            .get("/commissions?from=2026-01-01&to=2026-02-01")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(desk.as("integration").post("/settlement-statements", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void whatEarnsNothingSaysWhy() {
        sell("a", "2026-03-10T00:00:00Z", "1.00");
        sell("b", "2025-03-10T00:00:00Z", "1.00");
        var line = "'type': 'order.paid', 'occurredAt': '2026-03-10T00:00:00Z', 'quantity': 1";
        desk.tell(
                "{'id': 'c', 'order': 'c', %s, 'touchpoint': 'v-1', 'product': 'mask', 'amount': {'amount': '1.00', 'currency': 'CNY'}}"
                        .formatted(line),
                "{'id': 'd', 'order': 'd', %s, 'touchpoint': 'v-1', 'product': 'serum', 'amount': {'amount': '1', 'currency': 'JPY'}}"
                        .formatted(line),
                "{'id': 'e', 'order': 'e', %s, 'touchpoint': 'nobody', 'product': 'serum', 'amount': {'amount': '1.00', 'currency': 'CNY'}}"
                        .formatted(line),
                "{'id': 'f', 'order': 'f', %s, 'touchpoint': 'v-2', 'product': 'serum', 'amount': {'amount': '1.00', 'currency': 'CNY'}}"
                        .formatted(line));
        desk.participation(desk.draft(""), desk.creator("other"), "v-2");
        var why = "/commissions?from=2025-01-01&to=2026-12-31";
        assertThat(desk.get(why).ok().items().stream()
                        .map(item -> item.get("order").stringValue() + " "
                                + item.get("unearned").asString()))
                .containsExactly(
                        "b outside-window", "a ", "c other-product", "d other-currency", "e unlinked", "f not-binding");
        assertThat(desk.get(why + "&creator=" + creator).ok().items()).hasSize(4);
        assertThat(desk.get(why + "&creator=" + "0".repeat(26)).ok().items()).isEmpty();
        var totals = desk.get("/commissions/totals?from=2026-03-01&to=2026-04-01&limit=1")
                .ok();
        assertThat(totals.items()).hasSize(1);
        assertThat(totals.items().get(0).toString())
                .contains(
                        Desk.json(
                                "'lines':1,'gmv':'1.00','refunds':'0.00','estimated':'0.10','actual':'0.10','unearnedLines':1,'unearnedGmv':'1.00'"));
        assertThat(totals.json().get("nextCursor").isNull()).isFalse();
        assertProblem(desk.get("/commissions?to=2026-01-01"), 400, "parameter.missing");
        assertProblem(desk.get("/commissions?from=2026-01-01&to=2026-01-01"), 400, "to.invalid");
        assertProblem(desk.get("/commissions?from=2026-02-30&to=2026-03-01"), 400, "from.invalid");
    }
}
