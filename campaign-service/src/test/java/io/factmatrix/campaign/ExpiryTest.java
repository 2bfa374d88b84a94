package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.ledger.testing.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.util.TestPropertyValues;

/** Claims of a service that holds them for a second. */
class ExpiryTest {

    private static final RunningService SERVICE = new RunningService(CampaignService.application()
            .initializers(
                    context -> TestPropertyValues.of("fact.claims.held-for=1s").applyTo(context)));

    private final Desk desk = new Desk(SERVICE::uri, Desk.freshMerchant(), "operator");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private long number(String offer, String member) {
        return desk.get("/offers/" + offer).json().get(member).longValue();
    }

    @Test
    void whatWasHeldForTooLongIsThereForOthers() {
        var offer = desk.offer(2, 2);
        var path = "/offers/" + offer;
        desk.claim(offer, "c1", "u1", 2).ok();
        // Read so before anybody claims again.
        await().until(() -> number(offer, "left") == 2);
        assertThat(desk.get(path + "/claims/c1").at("/state")).isEqualTo("expired");
        assertThat(desk.get(path + "/claims?state=expired").items()).hasSize(1);
        assertThat(desk.get(path + "/claims?state=held").items()).isEmpty();
        assertProblem(desk.move(path + "/claims/c1", "confirmed"), 409, "claim.expired");
        assertProblem(desk.move(path + "/claims/c1", "released"), 409, "claim.expired");
        // The buyer's cap is free again, too.
        desk.claim(offer, "c2", "u1", 2).ok();
        assertThat(desk.move(path + "/claims/c2", "confirmed").status()).isIn(200, 409);
        assertProblem(desk.move(path + "/claims/c1", "confirmed"), 409, "claim.expired");
        var again = desk.claim(offer, "c1", "u1", 2);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/state")).isEqualTo("expired");
    }

    @Test
    void whoWaitsLongEnoughGetsItAndNobodyTwice() {
        var offer = desk.offer(3, 1);
        var path = "/offers/" + offer;
        for (int turn = 0; turn < 3; turn++) {
            desk.claim(offer, "c" + turn, "u" + turn, 1).ok();
        }
        await().until(() -> desk.claim(offer, "late", "u9", 1).status() == 201);
        // Confirmed at once or lost: either way the counts are true.
        desk.move(path + "/claims/late", "confirmed");
        await().until(() -> desk.get(path + "/claims?state=held").items().isEmpty());
        assertThat(number(offer, "claimed"))
                .isEqualTo(number(offer, "confirmed"))
                .isLessThanOrEqualTo(1);
        desk.put(path, Desk.terms(1, 1, "")).ok();
    }
}
