package io.factmatrix.kol;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Engagements over HTTP, from the draft to the end, and what must not be signed beside another. */
class EngagementsTest {

    private static final String SERUM =
            "{'product': 'serum', 'category': 'Beauty', 'price': {'amount': '%s', 'currency': '%s'}}";

    private final Desk desk = Desk.fresh();
    private final String li = desk.add(RosterTest.kol("li", "")).ok().id();
    private final String wei = desk.add(RosterTest.kol("wei", "")).ok().id();

    /** On a day of June 2026, from 12:00 to 16:00. */
    static String terms(String kol, int day, String more) {
        return Desk.json("""
                {'kol': '%s', 'title': '618 专场', 'start': '2026-06-%02dT12:00:00Z', 'end': '2026-06-%02dT16:00:00Z',
                'slotFee': {'amount': '200000.00', 'currency': 'CNY'}, 'commission': 0.20%s}""".formatted(kol, day, day, more));
    }

    private static String serum(String price) {
        return ", 'products': [" + SERUM.formatted(price, "CNY") + "]";
    }

    private static String clause(String kind, String what, int from, int to) {
        return ", 'clauses': [{'kind': '%s', %s, 'from': '2026-06-%02dT00:00:00Z', 'to': '2026-06-%02dT00:00:00Z'}]"
                .formatted(kind, what, from, to);
    }

    private Answer draft(String kol, int day, String more) {
        return desk.post("/engagements", terms(kol, day, more));
    }

    private String drafted(String kol, int day, String more) {
        return draft(kol, day, more).ok().id();
    }

    private Answer put(String engagement, String kol, int day, String more) {
        return desk.send("PUT", "/engagements/" + engagement, terms(kol, day, more));
    }

    private Answer move(String engagement, String to) {
        return desk.post("/engagements/" + engagement + "/transitions", "{\"to\":\"" + to + "\"}");
    }

    private String signed(String kol, int day, String more) {
        var engagement = drafted(kol, day, more);
        move(engagement, "signed").ok();
        return engagement;
    }

    private static void assertConflict(Answer answer, String clause, String engagement) {
        assertProblem(answer, 409, "engagement.conflict");
        assertThat(answer.at("/clause")).isEqualTo(clause);
        assertThat(answer.at("/engagement")).isEqualTo(engagement);
        assertThat(answer.at("/detail")).startsWith(clause).contains(engagement);
    }

    @Test
    void whatIsAgreedIsKept() {
        var more = serum("199") + clause("price-protection", "'products': ['serum']", 1, 30) + """
                , 'touchpoint': 'night-1', 'guaranteedGmv': {'amount': '1000000', 'currency': 'CNY'},
                'guaranteeWindow': {'from': '2026-06-18T20:00:00+08:00', 'to': '2026-06-25T20:00:00+08:00'},
                'goodsCostShare': 0.6, 'milestones': [{'name': '寄样', 'due': '2026-06-01T00:00:00Z', 'doneAt': '2025-06-01T00:00:00Z'}],
                'payments': [{'amount': {'amount': '100000', 'currency': 'CNY'}, 'due': '2026-06-01T00:00:00Z'}]""";
        var drafted = draft(li, 18, more).ok();
        assertThat(drafted.json().propertyNames())
                .containsExactly(
                        "id",
                        "kol",
                        "title",
                        "start",
                        "end",
                        "shop",
                        "touchpoint",
                        "slotFee",
                        "commission",
                        "guaranteedGmv",
                        "guaranteeWindow",
                        "goodsCostShare",
                        "products",
                        "clauses",
                        "milestones",
                        "payments",
                        "state",
                        "createdAt",
                        "changedAt");
        assertThat(drafted.at("/commission")).isEqualTo("0.2");
        assertThat(drafted.at("/guaranteeWindow/from")).isEqualTo("2026-06-18T12:00:00Z");
        assertThat(drafted.at("/products/0/price/amount")).isEqualTo("199.00");
        assertThat(drafted.at("/milestones/0/doneAt")).isEqualTo("2025-06-01T00:00:00Z");
        assertThat(drafted.json().at("/payments/0/paidAt").isNull()).isTrue();
        assertThat(desk.get("/engagements/" + drafted.id()).text()).isEqualTo(drafted.text());
        assertThat(put(drafted.id(), li, 18, more).ok().text()).isEqualTo(drafted.text());
        assertProblem(draft(wei, 19, ", 'touchpoint': 'night-1'"), 409, "touchpoint.taken");
        draft(wei, 19, ", 'touchpoint': 'night-1', 'shop': 'cn'").ok();
        assertThat(draft(wei, 20, "").ok().at("/touchpoint")).hasSize(26);
    }

    @Test
    void anEngagementGoesItsWayAndNoOther() {
        var engagement = drafted(li, 18, "");
        var refused = move(engagement, "live");
        assertProblem(refused, 409, "transition.refused");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"signed\",\"cancelled\"]");
        move(engagement, "signed").ok();
        assertProblem(put(engagement, wei, 18, ""), 409, "engagement.signed");
        assertProblem(put(engagement, li, 18, ", 'shop': 'cn'"), 409, "engagement.signed");
        put(engagement, li, 19, "").ok();
        move(engagement, "live").ok();
        assertProblem(put(engagement, li, 18, ""), 409, "engagement.signed");
        assertProblem(move(engagement, "cancelled"), 409, "transition.refused");
        put(engagement, li, 19, ", 'touchpoint': 'douyin-7'").ok();
        move(engagement, "settled").ok();
        assertProblem(put(engagement, li, 19, ""), 409, "engagement.over");
        var other = signed(li, 20, "");
        move(other, "cancelled").ok();
        assertProblem(move(other, "signed"), 409, "transition.refused");
        assertThat(desk.get("/engagements?state=settled").items()).hasSize(1);
        assertThat(desk.get("/engagements?kol=" + li).items()).hasSize(2);
        assertThat(desk.get("/engagements?touchpoint=douyin-7").items()).hasSize(1);
        assertThat(desk.get("/engagements?from=2026-06-20T00:00:00Z").items()).hasSize(1);
        assertThat(desk.get("/engagements?to=2026-06-20T00:00:00Z").items()).hasSize(1);
    }

    @Test
    void aKolIsBookedOnce() {
        var first = signed(li, 18, "");
        var second = drafted(li, 18, "");
        assertConflict(move(second, "signed"), "slot", first);
        signed(wei, 18, "");
        put(second, li, 19, "").ok();
        move(second, "signed").ok();
        assertConflict(put(second, li, 18, ""), "slot", first);
        move(first, "cancelled").ok();
        put(second, li, 18, "").ok();
        // Live and settled ones hold their slot, too.
        move(second, "live").ok();
        assertConflict(move(drafted(li, 18, ""), "signed"), "slot", second);
        move(second, "settled").ok();
        assertConflict(move(drafted(li, 18, ""), "signed"), "slot", second);
    }

    @Test
    void whoIsAwayOrBlockedSignsNothing() {
        var path = "/kols/" + li + "/unavailabilities";
        var away = Desk.json("{'start': '2026-06-18T15:59:59.999Z', 'end': '2026-06-20T00:00:00Z'}");
        var unavailability = desk.post(path, away).ok().id();
        var engagement = drafted(li, 18, "");
        assertConflict(move(engagement, "signed"), "availability", engagement);
        desk.send("DELETE", path + "/" + unavailability, "").ok();
        desk.move(li, "blocked").ok();
        assertProblem(move(engagement, "signed"), 409, "kol.blocked");
        desk.move(li, "active").ok();
        move(engagement, "signed").ok();
        assertConflict(desk.post(path, away), "availability", engagement);
        desk.post(path, away.replace("15:59:59.999", "16:00:00")).ok();
        assertConflict(put(engagement, li, 19, ""), "availability", engagement);
    }

    @Test
    void exclusivityBindsOthersInEitherOrder() {
        var exclusive = clause("exclusivity", "'categories': ['beauty']", 10, 25);
        var first = signed(li, 18, exclusive);
        var second = drafted(wei, 20, serum("199"));
        assertConflict(move(second, "signed"), "exclusivity", first);
        // Not before it begins, and not of the same KOL.
        put(second, wei, 9, serum("199")).ok();
        move(second, "signed").ok();
        signed(li, 20, serum("199"));
        assertConflict(put(second, wei, 20, serum("199")), "exclusivity", first);
        // The other way round: what is signed is in the way of a clause.
        var third = drafted(li, 24, clause("exclusivity", "'products': ['serum']", 9, 10));
        assertConflict(move(third, "signed"), "exclusivity", second);
        put(third, li, 24, clause("exclusivity", "'products': ['cream']", 9, 10))
                .ok();
        move(third, "signed").ok();
    }

    @Test
    void aProtectedPriceIsTheFloorOfAllOthers() {
        var protective = clause("price-protection", "'products': ['serum']", 10, 25);
        var first = signed(li, 18, serum("199") + protective);
        var second = drafted(wei, 20, serum("198.99"));
        assertConflict(move(second, "signed"), "price-protection", first);
        put(second, wei, 20, serum("199")).ok();
        move(second, "signed").ok();
        assertConflict(put(second, wei, 20, serum("150")), "price-protection", first);
        // What is protected is not raised above what others were promised.
        assertConflict(put(first, li, 18, serum("200") + protective), "price-protection", second);
        // Not even by the same KOL.
        assertConflict(move(drafted(li, 21, serum("1")), "signed"), "price-protection", first);
        // Outside of its time anything goes, and what cannot be compared does not.
        signed(wei, 26, serum("1"));
        var dollars = terms(wei, 22, ", 'products': [" + SERUM.formatted("900", "USD") + "]")
                .replace("'", "\"")
                .replace("\"200000.00\",\"currency\":\"CNY\"", "")
                .replace(
                        "{\"amount\": \"200000.00\", \"currency\": \"CNY\"}",
                        "{\"amount\": \"1\", \"currency\": \"USD\"}");
        var foreign = desk.post("/engagements", dollars).ok().id();
        assertConflict(move(foreign, "signed"), "price-protection", first);
    }

    @Test
    void ofManyClientsAtOnceOneSigns() {
        var sameSlot = List.of(drafted(li, 18, ""), drafted(li, 18, ""), drafted(li, 18, ""), drafted(li, 18, ""));
        var slots = Desk.atOnce(4, turn -> move(sameSlot.get(turn), "signed"));
        assertThat(slots.stream().map(Answer::status)).containsOnlyOnce(200);
        // Two KOLs, so that no row of a KOL stands for both.
        var exclusive = serum("9") + clause("exclusivity", "'products': ['serum']", 1, 30);
        var pair = List.of(drafted(li, 3, exclusive), drafted(wei, 4, exclusive));
        var clauses = Desk.atOnce(2, turn -> move(pair.get(turn), "signed"));
        assertThat(clauses.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
        // Signing against being unavailable.
        var engagement = drafted(wei, 27, "");
        var away = Desk.json("{'start': '2026-06-27T00:00:00Z', 'end': '2026-06-28T00:00:00Z'}");
        var either = Desk.atOnce(
                2,
                turn -> turn == 0 ? move(engagement, "signed") : desk.post("/kols/" + wei + "/unavailabilities", away));
        assertThat(either.stream().filter(answer -> answer.status() == 409)).hasSize(1);
    }

    @Test
    void whatIsNoEngagementIsRefusedByName() {
        assertProblem(draft("x", 18, ""), 404, "kol.unknown");
        assertProblem(draft("0".repeat(26), 18, ""), 404, "kol.unknown");
        var money = "{'amount': '1', 'currency': '%s'}";
        for (var wrong : List.of(
                ", 'guaranteedGmv': " + money.formatted("CNY") + "|member.missing",
                ", 'guaranteeWindow': {'from': '2026-06-01T00:00:00Z', 'to': '2026-06-02T00:00:00Z'}|member.missing",
                ", 'guaranteedGmv': " + money.formatted("CNY")
                        + ", 'guaranteeWindow': {'from': '2026-06-01T00:01:00Z', 'to': '2026-06-02T00:00:00Z'}|guaranteeWindow.invalid",
                ", 'guaranteedGmv': " + money.formatted("USD")
                        + ", 'guaranteeWindow': {'from': '2026-06-01T00:00:00Z', 'to': '2026-06-02T00:00:00Z'}|guaranteedGmv.invalid",
                ", 'goodsCostShare': 1.5|goodsCostShare.invalid",
                ", 'products': [{'product': 'a', 'category': 'b', 'price': " + money.formatted("USD")
                        + "}]|products.invalid",
                ", 'products': [{'product': 'a', 'price': " + money.formatted("CNY") + "}]|member.missing",
                clause("exclusivity", "'products': []", 1, 2) + "|clauses.invalid",
                clause("exclusivity", "'products': ['a']", 2, 1) + "|clauses.invalid",
                clause("price-protection", "'products': ['a']", 1, 2) + "|clauses.invalid",
                clause("price-protection", "'categories': ['a']", 1, 2) + "|clauses.invalid",
                clause("loyalty", "'products': ['a']", 1, 2) + "|clauses.invalid",
                ", 'payments': [{'amount': " + money.formatted("USD")
                        + ", 'due': '2026-06-01T00:00:00Z'}]|payments.invalid",
                ", 'milestones': [{'name': 'a', 'due': '2026-06-01T00:00:00Z', 'doneAt': '2999-06-01T00:00:00Z'}]|milestones.invalid",
                ", 'state': 'live'|member.unknown")) {
            var parts = wrong.split("\\|", 2);
            assertProblem(draft(li, 18, parts[0]), 400, parts[1]);
        }
        assertProblem(desk.post("/engagements", terms(li, 18, "").replace("0.20", "1.20")), 400, "commission.invalid");
        assertProblem(desk.post("/engagements", terms(li, 18, "").replace("T16", "T12")), 400, "end.invalid");
        assertThat(desk.get("/engagements").items()).isEmpty();
        var engagement = drafted(li, 18, "");
        assertProblem(Desk.fresh().get("/engagements/" + engagement), 404, "engagement.unknown");
        var ads = new Desk(desk.merchant(), "ads");
        ads.get("/engagements/" + engagement).ok();
        assertProblem(ads.post("/engagements", terms(li, 19, "")), 403, "role.missing");
    }
}
