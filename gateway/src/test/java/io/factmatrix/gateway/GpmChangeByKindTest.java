package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.SumsOfWindow;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why GPM moved, by kind of touchpoint, through the front door. */
@TestInstance(Lifecycle.PER_CLASS)
class GpmChangeByKindTest {

    private static final String DAYS = "from=2026-06-08&to=2026-06-15";

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        gateway.livestream()
                .hasAt(
                        Field.LIVESTREAM,
                        Map.of(TouchpointKind.SESSION, touchpoint(70_000), TouchpointKind.OTHER, touchpoint(30_000)));
        gateway.campaign().hasAt(Field.CAMPAIGN, Map.of(TouchpointKind.CAMPAIGN_PAGE, touchpoint(20_000)));
    }

    @Test
    void eachFieldTellsItsKindsAndTheTotalAllOfThem() {
        var change = change(DAYS);
        assertThat(change.at("/previous/from").stringValue()).isEqualTo("2026-06-01");
        assertThat(change.at("/fields/livestream/after").stringValue()).isEqualTo("500.00");
        assertThat(change.at("/fields/livestream/kinds").propertyNames()).containsExactly("session", "other");
        assertThat(change.at("/fields/livestream/kinds/session/after").stringValue())
                .isEqualTo("700.00");
        assertThat(change.at("/fields/livestream/betweenKinds/mix").stringValue())
                .isEqualTo("0.00");
        assertThat(change.at("/total/kinds").propertyNames()).containsExactly("session", "campaign-page", "other");
        assertThat(change.at("/total/betweenKinds/kinds/campaign-page/within").stringValue())
                .isEqualTo("0.00");
    }

    @Test
    void whatATouchpointIsIsAskedForAnew() {
        change(DAYS);
        gateway.livestream().hasAt(Field.LIVESTREAM, Map.of(TouchpointKind.OTHER, touchpoint(100_000)));
        assertThat(change(DAYS).at("/fields/livestream/kinds").propertyNames()).containsExactly("other");
    }

    @Test
    void aFieldThatIsAwayIsNamed() {
        gateway.campaign().is(Mood.FAILING);
        var change = change(DAYS);
        assertThat(change.at("/complete").booleanValue()).isFalse();
        assertThat(change.at("/fields/livestream/change").stringValue()).isEqualTo("0.00");
        assertThat(change.at("/fields/campaign/reason/code").stringValue()).isEqualTo("field.missing");
        assertThat(change.at("/total/betweenKinds/reason/code").stringValue()).isEqualTo("field.missing");
    }

    @Test
    void aTouchpointIsOfOneKindAndCannotBeAskedFor() {
        var refused = gateway.get("/v1/merchants/m1/gpm-change?" + DAYS + "&touchpoint=t-1");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"parameter.unknown\"").contains("touchpoint");
    }

    private JsonNode change(String parameters) {
        var response = gateway.get("/v1/merchants/m1/gpm-change?" + parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static Figures touchpoint(long gmv) {
        var sums = new SumsOfWindow("CNY");
        for (var counter : Counter.values()) {
            sums.traffic("t", counter, BigInteger.valueOf(1_000));
        }
        var none = BigInteger.ZERO;
        var gave = BigInteger.valueOf(gmv);
        sums.sales("t", "CNY", new SumsOfWindow.Sales(gave, none, none, none, none, none, BigInteger.TEN));
        return sums.figures(none, Buyers.NONE);
    }
}
