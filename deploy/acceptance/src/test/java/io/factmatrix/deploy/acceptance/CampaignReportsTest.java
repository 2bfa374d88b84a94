package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A year of campaigns beside the recomputation of each from the events that were sent; refunds that come late, a scope that is changed, a field that is away. */
@ExtendWith(RunningStack.Shared.class)
class CampaignReportsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365;
    private static final List<String> FIELDS = List.of("livestream", "creator", "kol", "unattributed");

    private final RunningStack stack;
    private final Random random = new Random(618);
    private final List<Event> events = new ArrayList<>();

    CampaignReportsTest(RunningStack stack) {
        this.stack = stack;
    }

    /**
     * A campaign of the year: a day of warm-up, and one of the burst.
     *
     * @param product null: all
     */
    private record Year(
            String id, LocalDate warmUp, @Nullable String product) {

        LocalDate burst() {
            return warmUp.plusDays(1);
        }

        boolean hasBurst(LocalDate day) {
            return burst().equals(day);
        }
    }

    /** At noon in Shanghai. */
    private void sell(LocalDate day, String field, String product, int yuan) {
        var id = "e-" + events.size();
        events.add(Events.paid(id, id, yuan + ".00")
                .with("field", field)
                .with("touchpoint", "t-" + random.nextInt(3))
                .with("product", product)
                .with("occurredAt", day + "T04:00:00Z"));
    }

    private static String plan(LocalDate warmUp, @Nullable String product) {
        return """
                {"kind": "platform-promotion", "name": "of %s",
                 "phases": [{"phase": "warm-up", "start": "%sT00:00:00+08:00", "end": "%sT00:00:00+08:00"},
                            {"phase": "burst", "start": "%sT00:00:00+08:00", "end": "%sT00:00:00+08:00"}],
                 "scope": {"products": [%s]}}
                """.formatted(
                        warmUp,
                        warmUp,
                        warmUp.plusDays(1),
                        warmUp.plusDays(1),
                        warmUp.plusDays(2),
                        product == null ? "" : "\"" + product + "\"");
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.ok()).as(answer.toString()).isTrue();
        return answer.json();
    }

    private static JsonNode report(MerchantApi merchant, Year campaign) {
        return ok(merchant.resource("GET", "/campaigns/" + campaign.id() + "/report", ""));
    }

    @Test
    void everyReportOfAYearIsWhatTheEventsTell() {
        var merchant = stack.newMerchant();
        var campaigns = new ArrayList<Year>();
        for (int day = 20; day < DAYS - 20; day += 12) {
            var product = campaigns.size() % 2 == 0 ? null : "p-" + random.nextInt(3);
            var made = ok(merchant.resource("POST", "/campaigns", plan(FIRST.plusDays(day), product)));
            campaigns.add(new Year(made.get("id").stringValue(), FIRST.plusDays(day), product));
        }
        for (int day = 0; day < DAYS; day++) {
            var date = FIRST.plusDays(day);
            boolean bursts = campaigns.stream().anyMatch(campaign -> campaign.hasBurst(date));
            for (var field : FIELDS) {
                sell(date, field, "p-" + random.nextInt(3), (bursts ? 500 : 100) + random.nextInt(60));
            }
        }
        assertThat(ok(merchant.ingest(events, MerchantApi.Form.GZIP))
                        .get("stored")
                        .intValue())
                .isEqualTo(events.size());
        Asserting.settled(merchant);
        assertAll(merchant, campaigns, "gmv");

        // Late: of every fifth line a half goes back, in the next year.
        var refunds = new HashMap<String, BigDecimal>();
        var late = new ArrayList<Event>();
        for (int line = 0; line < events.size(); line += 5) {
            var paid = events.get(line);
            late.add(Events.refunded("r-" + line, paid.text("order"), "50.00")
                    .with("field", paid.field())
                    .with("occurredAt", "2026-01-05T00:00:00Z"));
            refunds.put(paid.id(), new BigDecimal("50.00"));
        }
        ok(merchant.ingest(late, MerchantApi.Form.NDJSON));
        for (var campaign : campaigns) {
            assertReport(report(merchant, campaign), campaign, campaigns, "gmv", Map.of());
            assertReport(report(merchant, campaign), campaign, campaigns, "netGmvOfPeriod", refunds);
        }

        // A change of scope is one of the past.
        var first = campaigns.get(4);
        var other = new Year(first.id(), first.warmUp(), "p-2");
        ok(merchant.resource("PUT", "/campaigns/" + first.id(), plan(first.warmUp(), "p-2")));
        assertReport(report(merchant, other), other, campaigns, "gmv", Map.of());

        stack.takeAway("kol");
        try {
            var without = report(merchant, other);
            assertThat(without.at("/assisted/kol/status").stringValue()).isEqualTo("missing");
            assertThat(without.at("/effect/reason").stringValue()).startsWith("kol: missing");
            assertThat(without.get("complete").booleanValue()).isFalse();
        } finally {
            stack.bringBack("kol");
        }
    }

    private void assertAll(MerchantApi merchant, List<Year> campaigns, String measure) {
        var page = ok(merchant.resource("GET", "/campaign-reports?from=2025-01-01&to=2026-01-01&limit=100", ""));
        assertThat(page.get("items")).hasSize(campaigns.size()).hasSizeGreaterThan(26);
        assertThat(page.get("nextCursor").isNull()).isTrue();
        for (var report : page.get("items")) {
            var campaign = campaigns.stream()
                    .filter(known -> known.id().equals(report.get("campaign").stringValue()))
                    .findFirst()
                    .orElseThrow();
            assertReport(report, campaign, campaigns, measure, Map.of());
        }
    }

    private void assertReport(
            JsonNode report, Year campaign, List<Year> all, String measure, Map<String, BigDecimal> refunds) {
        var found = report.at("/effect/" + measure);
        var of = List.of(campaign.warmUp(), campaign.burst());
        var uplift = above(campaign, all, of, refunds);
        assertThat(text(found.get("uplift"))).as(campaign.toString()).isEqualTo(shown(uplift));
        var after = campaign.burst()
                .plusDays(1)
                .datesUntil(campaign.burst().plusDays(15))
                .filter(day -> !isOthersBurst(campaign, all, day))
                .toList();
        var dip = above(campaign, all, after, refunds);
        var shortfall = dip == null ? null : dip.negate().max(BigDecimal.ZERO);
        assertThat(text(found.at("/pullForward/shortfall")))
                .as(campaign.toString())
                .isEqualTo(shown(shortfall));
        var share = uplift == null || uplift.signum() <= 0 || shortfall == null
                ? null
                : shortfall.divide(uplift, 6, RoundingMode.HALF_UP);
        var told = found.at("/pullForward/share");
        assertThat(told.isNull()).isEqualTo(share == null);
        if (share != null) {
            assertThat(told.decimalValue()).isEqualByComparingTo(share);
        }
    }

    private static @Nullable String text(JsonNode amount) {
        return amount.isNull() ? null : amount.stringValue();
    }

    private static @Nullable String shown(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static boolean isOthersBurst(Year campaign, List<Year> all, LocalDate day) {
        return all.stream().anyMatch(other -> !other.id().equals(campaign.id()) && other.hasBurst(day));
    }

    /** Σ of these days less their baselines; null when one has none. */
    private @Nullable BigDecimal above(
            Year campaign, List<Year> all, List<LocalDate> days, Map<String, BigDecimal> refunds) {
        var sold = new HashMap<LocalDate, BigDecimal>();
        for (var event : events) {
            if (campaign.product() == null || campaign.product().equals(event.product())) {
                var kept = new BigDecimal(event.amount().minor(), 2)
                        .subtract(refunds.getOrDefault(event.id(), BigDecimal.ZERO));
                sold.merge(LocalDate.parse(event.text("occurredAt").substring(0, 10)), kept, BigDecimal::add);
            }
        }
        var above = BigDecimal.ZERO;
        for (var day : days) {
            var like = new ArrayList<BigDecimal>();
            for (int back = 1; back <= 56; back++) {
                var other = campaign.warmUp().minusDays(back);
                if (other.getDayOfWeek() == day.getDayOfWeek()
                        && !other.isBefore(FIRST)
                        && !isOthersBurst(campaign, all, other)) {
                    like.add(sold.getOrDefault(other, BigDecimal.ZERO));
                }
            }
            if (like.size() < 3) {
                return null;
            }
            like.sort(null);
            int half = like.size() / 2;
            var baseline = like.size() % 2 == 1
                    ? like.get(half)
                    : like.get(half).add(like.get(half - 1)).divide(BigDecimal.valueOf(2));
            above = above.add(sold.getOrDefault(day, BigDecimal.ZERO)).subtract(baseline);
        }
        return above;
    }
}
