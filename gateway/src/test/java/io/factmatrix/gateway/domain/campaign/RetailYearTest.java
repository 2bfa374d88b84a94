package io.factmatrix.gateway.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 27 campaigns of a real retailer's nine months: each report is what somebody finds who only has the lines and a calendar. */
class RetailYearTest {

    private static final String DATA = "shared/data/online-retail-2010-12_2011-08.ndjson.gz";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);

    @Test
    void everyReportIsWhatTheLinesTell() throws IOException {
        var data = data();
        if (data == null) {
            System.err.println("\n!!! SKIPPED: " + DATA + " is not beside the project: nothing real was tested\n");
        }
        assumeThat(data).as(DATA).isNotNull();
        var lines = lines(Objects.requireNonNull(data));
        assertThat(lines).hasSizeGreaterThan(200_000);
        var plans = plans(lines);
        assertThat(plans).hasSize(27);
        int known = 0;
        for (var plan : plans) {
            var all = plans.stream().map(Plan::campaign).toList();
            var question = CampaignQuestion.of(
                    plan.campaign(), all, ZONE, Currency.getInstance("GBP"), Instant.parse("2012-01-01T00:00:00Z"));
            var report = new CampaignReport(question, Line.answers(question, lines)).body(MerchantId.of("m1"));
            JsonNode effect = JsonMapper.shared().valueToTree(report.get("effect"));
            var expected = new Recomputed(plan, plans, lines);
            for (var measure : List.of("gmv", "netGmv")) {
                var found = effect.get(measure);
                assertThat(text(found.get("uplift"))).as(plan.id()).isEqualTo(expected.uplift(measure));
                assertThat(text(found.at("/pullForward/shortfall")))
                        .as(plan.id())
                        .isEqualTo(expected.shortfall(measure));
                assertThat(text(found.at("/burst/multiple"))).as(plan.id()).isEqualTo(expected.multiple(measure));
                known += found.at("/pullForward/share").isNull() ? 0 : 1;
            }
        }
        assertThat(known).isGreaterThan(20);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }

    /** Every ten days one of three to seven days; a burst on the last; some of all, some of a few products, some of the creators alone. */
    private static List<Plan> plans(List<Line> lines) {
        var random = new Random(618);
        var products = lines.stream().map(Line::product).distinct().limit(300).toList();
        var creators = lines.stream()
                .filter(line -> line.field() == Field.CREATOR)
                .map(Line::touchpoint)
                .distinct()
                .limit(40)
                .toList();
        var plans = new ArrayList<Plan>();
        for (var day = FIRST.plusDays(1); plans.size() < 27; day = day.plusDays(10)) {
            var burst = day.plusDays(2 + random.nextInt(5));
            var plan = Plan.of("c-" + plans.size())
                    .phase("warm-up", start(day), start(burst))
                    .phase("burst", start(burst), start(burst.plusDays(1)))
                    .pages("page-%s".formatted(day.toString().substring(0, 7)));
            if (plans.size() % 3 == 1) {
                plan = plan.products(
                        products.subList(0, 1 + random.nextInt(299)).toArray(String[]::new));
            }
            if (plans.size() % 3 == 2) {
                for (var creator : creators) {
                    plan = plan.touchpoint(Field.CREATOR, creator);
                }
            }
            plans.add(plan);
        }
        return plans;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private static List<Line> lines(Path data) throws IOException {
        var lines = new ArrayList<Line>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(data)), StandardCharsets.UTF_8))) {
            var json = JsonMapper.shared();
            var products = new HashMap<String, String>();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                var event = json.readTree(text);
                var type = event.get("type").stringValue();
                if (type.startsWith("order.")) {
                    boolean isPaid = type.equals("order.paid");
                    var field = event.get("field").stringValue();
                    var line = field + " " + event.get("order").stringValue() + " "
                            + event.get("line").stringValue();
                    if (isPaid) {
                        products.put(line, event.get("product").stringValue());
                    }
                    long minor = new BigDecimal(event.at("/amount/amount").stringValue())
                            .movePointRight(2)
                            .longValueExact();
                    lines.add(new Line(
                            Field.of(field).orElseThrow(),
                            products.getOrDefault(line, "?"),
                            event.path("touchpoint").asString(""),
                            Instant.parse(event.get("occurredAt").stringValue().replace("+00:00", "Z")),
                            isPaid ? minor : 0,
                            isPaid ? 0 : minor,
                            0));
                }
            }
        }
        return lines;
    }

    private static @Nullable Path data() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(DATA))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    /** By day, from the lines: nothing of it is shared with what is tested. */
    private static final class Recomputed {

        private final List<Plan> plans;
        private final Plan plan;
        private final Map<String, Map<LocalDate, Long>> days = new HashMap<>();

        Recomputed(Plan plan, List<Plan> plans, List<Line> lines) {
            this.plan = plan;
            this.plans = plans;
            var gmv = new HashMap<LocalDate, Long>();
            var net = new HashMap<LocalDate, Long>();
            for (var line : lines) {
                if (isOf(line)) {
                    var day = line.at().atZone(ZONE).toLocalDate();
                    gmv.merge(day, line.paid(), Long::sum);
                    net.merge(day, line.paid() - line.refunded(), Long::sum);
                }
            }
            days.put("gmv", gmv);
            days.put("netGmv", net);
        }

        private boolean isOf(Line line) {
            if (line.field() == Field.CAMPAIGN) {
                return plan.pages().contains(line.touchpoint());
            }
            return (plan.products().isEmpty() || plan.products().contains(line.product()))
                    && (plan.touchpoints().isEmpty()
                            || plan.touchpoints().contains(new Scope.Enrolment(line.field(), line.touchpoint())));
        }

        private LocalDate day(int phase) {
            return plan.phases().get(phase).start().atZone(ZONE).toLocalDate();
        }

        private boolean isAnothersBurst(LocalDate day) {
            return plans.stream()
                    .filter(other -> !other.equals(plan))
                    .anyMatch(other -> other.phases()
                            .get(1)
                            .start()
                            .atZone(ZONE)
                            .toLocalDate()
                            .equals(day));
        }

        private BigDecimal sold(String measure, LocalDate day) {
            return BigDecimal.valueOf(Objects.requireNonNull(days.get(measure)).getOrDefault(day, 0L), 2);
        }

        private @Nullable BigDecimal baseline(String measure, LocalDate day) {
            var same = new ArrayList<BigDecimal>();
            for (int back = 1; back <= 56; back++) {
                var other = day(0).minusDays(back);
                if (other.getDayOfWeek() == day.getDayOfWeek() && !other.isBefore(FIRST) && !isAnothersBurst(other)) {
                    same.add(sold(measure, other));
                }
            }
            if (same.size() < 3) {
                return null;
            }
            same.sort(null);
            int half = same.size() / 2;
            return same.size() % 2 == 1
                    ? same.get(half)
                    : same.get(half).add(same.get(half - 1)).divide(BigDecimal.valueOf(2));
        }

        private @Nullable BigDecimal above(String measure, List<LocalDate> of) {
            var above = BigDecimal.ZERO;
            for (var day : of) {
                var baseline = baseline(measure, day);
                if (baseline == null) {
                    return null;
                }
                above = above.add(sold(measure, day)).subtract(baseline);
            }
            return above;
        }

        @Nullable String uplift(String measure) {
            var above = above(measure, day(0).datesUntil(day(1).plusDays(1)).toList());
            return above == null
                    ? null
                    : above.setScale(2, RoundingMode.HALF_UP).toPlainString();
        }

        @Nullable String multiple(String measure) {
            var baseline = baseline(measure, day(1));
            return baseline == null || baseline.signum() == 0
                    ? null
                    : sold(measure, day(1))
                            .divide(baseline, 6, RoundingMode.HALF_UP)
                            .toString();
        }

        @Nullable String shortfall(String measure) {
            var after = day(1).plusDays(1)
                    .datesUntil(day(1).plusDays(15))
                    .filter(day -> !isAnothersBurst(day))
                    .toList();
            var above = above(measure, after);
            return above == null
                    ? null
                    : above.negate()
                            .max(BigDecimal.ZERO)
                            .setScale(2, RoundingMode.HALF_UP)
                            .toPlainString();
        }
    }
}
