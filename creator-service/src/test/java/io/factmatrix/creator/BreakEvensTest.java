package io.factmatrix.creator;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Break-even over HTTP. */
class BreakEvensTest {

    private static final String RATES = "&commissionRate=0.2&returnRate=0.5&unitCostShare=";

    private final Desk desk = Desk.fresh("creators");

    @Test
    void aDealIsReckonedAndNotKept() {
        assertThat(desk.get("/break-evens?slotFee=200000.00" + RATES + "0.3")
                        .ok()
                        .text())
                .isEqualTo(Desk.json("""
                        {'fixedCost':{'amount':'200000.00','currency':'CNY'},'margin':'0.25',\
                        'breakEvenGmv':{'amount':'800000.00','currency':'CNY'},'reason':null}"""));
        assertThat(desk.get("/break-evens?slotFee=100&otherFixedCost=1.5&currency=USD" + RATES + "0.8")
                        .ok()
                        .text())
                .isEqualTo(Desk.json("""
                        {'fixedCost':{'amount':'101.50','currency':'USD'},'margin':'0','breakEvenGmv':null,'reason':'never'}"""));
        assertThat(desk.as("content")
                        .get("/break-evens?slotFee=1" + RATES + "0")
                        .status())
                .isEqualTo(200);
        assertThat(desk.as("ads").get("/break-evens?slotFee=1" + RATES + "0").status())
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeReckonedIsRefusedByName() {
        for (var wrong : List.of(
                "?slotFee=1" + RATES + "1.1|unitCostShare.invalid",
                "?slotFee=1" + RATES + "0.0000001|unitCostShare.invalid",
                "?slotFee=1.001" + RATES + "0|slotFee.invalid",
                "?slotFee=-1" + RATES + "0|slotFee.invalid",
                "?slotFee=1.0&currency=JPY" + RATES + "0|slotFee.invalid",
                "?slotFee=1&currency=XXX" + RATES + "0|currency.invalid",
                "?slotFee=1&fee=1" + RATES + "0|parameter.unknown",
                "?slotFee=1&slotFee=1" + RATES + "0|parameter.repeated",
                "?x=1|parameter.unknown",
                "?slotFee=1|parameter.missing",
                "?commissionRate=0&returnRate=0&unitCostShare=0|parameter.missing")) {
            var parts = wrong.split("\\|", 2);
            assertProblem(desk.get("/break-evens" + parts[0]), 400, parts[1]);
        }
    }
}
