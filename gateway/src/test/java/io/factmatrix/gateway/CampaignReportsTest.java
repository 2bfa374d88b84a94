package io.factmatrix.gateway;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Field;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports over HTTP. Each stub has sold all that it has at the beginning of what it is asked for; the campaign is of the field's pages, and of a night of kol's. */
@TestInstance(Lifecycle.PER_CLASS)
class CampaignReportsTest {

    private static final String CAMPAIGNS = "/v1/merchants/m1/campaigns";
    private static final String REPORTS = "/v1/merchants/m1/campaign-reports?from=2026-06-01&to=2026-07-01";

    private final JsonMapper json = JsonMapper.shared();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--fact.calls.series.spared-for=1ms",
                "--fact.calls.positions.spared-for=1ms",
                "--fact.calls.positions.deadline=10s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        gateway.campaign().hasCampaigns("c-2", "c-1");
        gateway.kol().has(Field.KOL, 2, gmv(150));
    }

    private JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    void allFieldsAreAskedAndItsOwnMoneyIsMeant() {
        var report = ok(gateway.get(CAMPAIGNS + "/c-1/report"));
        assertThat(report.get("campaign").stringValue()).isEqualTo("c-1");
        assertThat(report.get("currency").stringValue()).isEqualTo("JPY");
        assertThat(report.at("/assisted/kol/gmv/actual").stringValue()).isEqualTo("0");
        assertThat(report.at("/assisted/kol/watermark").stringValue()).isEqualTo("2");
        assertThat(report.at("/overlaps/0/campaign").stringValue()).isEqualTo("c-2");
        assertThat(report.at("/overlaps/0/assisted/kol/actual/gmv").stringValue())
                .isEqualTo("150");
        assertThat(report.at("/period/zone").stringValue()).isEqualTo("Asia/Shanghai");
        var other = ok(gateway.get(CAMPAIGNS + "/c-1/report?zone=Europe/London&currency=GBP"));
        assertThat(other.get("currency").stringValue()).isEqualTo("GBP");
        assertThat(other.at("/baseline/from").stringValue()).isEqualTo("2026-04-05");
        assertThat(other.at("/overlaps/0/assisted/kol/actual/gmv").stringValue())
                .isEqualTo("1.50");
        assertThat(gateway.kol().requests())
                .filteredOn(request -> request.startsWith("POST"))
                .allMatch(request -> request.contains("/fields/kol/sales") && request.contains("Bearer"));
    }

    @Test
    void anUnchangedReportIsNotSentAgain() {
        var first = gateway.get(CAMPAIGNS + "/c-1/report");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = gateway.request(CAMPAIGNS + "/c-1/report")
                .header("If-None-Match", tag)
                .build();
        assertThat(gateway.send(again).statusCode()).isEqualTo(304);
    }

    @Test
    void aFieldThatIsAwayIsNamed() {
        gateway.kol().is(Mood.FAILING);
        var report = ok(gateway.get(CAMPAIGNS + "/c-1/report"));
        assertThat(report.get("complete").booleanValue()).isFalse();
        assertThat(report.at("/assisted/kol/status").stringValue()).isEqualTo("missing");
        assertThat(report.at("/assisted/kol/reason").stringValue()).isEqualTo("kol answered 500");
        assertThat(report.at("/effect/reason").stringValue()).startsWith("kol: missing");
        assertThat(report.at("/direct/gmv/actual").stringValue()).isEqualTo("0");
    }

    @Test
    void withoutItsServiceThereIsNoReport() {
        gateway.campaign().is(Mood.FAILING);
        assertProblem(gateway.get(CAMPAIGNS + "/c-1/report"), 503, "field.unavailable");
        assertProblem(gateway.get(REPORTS), 503, "field.unavailable");
        gateway.campaign().is(Mood.TALKING_NONSENSE);
        assertProblem(gateway.get(CAMPAIGNS + "/c-1/report"), 503, "field.unavailable");
    }

    @Test
    void reportsAreListedAsTheirCampaignsAre() {
        var first = ok(gateway.get(REPORTS + "&limit=1"));
        assertThat(first.at("/items/0/campaign").stringValue()).isEqualTo("c-2");
        var second = ok(gateway.get(
                REPORTS + "&limit=1&cursor=" + first.get("nextCursor").stringValue()));
        assertThat(second.at("/items/0/campaign").stringValue()).isEqualTo("c-1");
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(second.get("items").get(0)).isEqualTo(ok(gateway.get(CAMPAIGNS + "/c-1/report")));
    }

    @ParameterizedTest
    @CsvSource({
        "/campaigns/c-9/report, 404, campaign.unknown",
        "/campaigns/c-1/report?zone=Mars, 400, zone.invalid",
        "/campaigns/c-1/report?currency=XXX, 400, currency.invalid",
        "/campaigns/c-1/report?asOf=2026-01-01T00:00:00Z, 400, parameter.unknown",
        "/campaign-reports?from=2026-06-01, 400, parameter.missing",
        "/campaign-reports?from=2026-06-02&to=2026-06-02, 400, from.invalid",
        "/campaign-reports?from=2026-06-01&to=2026-06-02&limit=101, 400, limit.invalid",
        "/campaign-reports?from=2026-06-01&to=2026-06-02&cursor=x%7Bmerchant%7D, 400, cursor.invalid",
    })
    void whatIsNotUnderstoodIsRefused(String path, int status, String code) {
        assertProblem(gateway.get("/v1/merchants/m1" + path), status, code);
    }

    @Test
    void thoseWhoPlanAndOfferMayRead() {
        for (var role : new String[] {"ads", "goods", "integration"}) {
            var request = gateway.request(CAMPAIGNS + "/c-1/report")
                    .setHeader("Authorization", "Bearer " + gateway.token(role))
                    .build();
            assertThat(gateway.send(request).statusCode()).isEqualTo(200);
        }
    }
}
