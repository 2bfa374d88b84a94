package io.factmatrix.creator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.creator.AllianceHistory.Expected;
import io.factmatrix.creator.AllianceHistory.Paid;
import io.factmatrix.creator.AllianceHistory.Part;
import io.factmatrix.creator.AllianceHistory.Terms;
import io.factmatrix.creator.AllianceHistory.Version;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.application.Settling;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Cursor;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.testing.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Commissions and statements against a recomputation of its own, whatever happens to lines before and after their month is closed. */
class SettlementsTest {

    private static final List<String> MONTHS = List.of("2025-03", "2025-04", "2025-05");
    private static final List<String> CURRENCIES = List.of("CNY", "JPY", "KWD");

    private final Desk desk = Desk.fresh();
    private final Desk integration = desk.as("integration");
    private final Settling settling = Desk.bean(Settling.class);
    private final LedgerId ledger = new LedgerId(MerchantId.of(desk.merchant()), Field.CREATOR);
    private final Map<String, Part> content = new HashMap<>();
    private final Map<String, List<String>> touchpoints = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> closed = new LinkedHashMap<>();

    /** Of whom content was linked before the months were closed; what is linked while the test runs is of no month that is over. */
    private final Set<String> linked = new HashSet<>();

    private final Map<String, String> claimIds = new HashMap<>();
    private long claims;

    @ParameterizedTest
    @CsvSource({"1, 20000", "2, 600"})
    void statementsAddUpToWhatLinesEarn(long seed, int many) {
        var random = new Random(seed);
        agree();
        desk.linkedSince("2025-04-10T00:00:00Z");
        var history = new AllianceHistory(
                random, IntStream.range(0, 16).mapToObj(number -> "v-" + number).toList());
        var events = history.events(many);
        int sent = 0;
        for (int month = 0; month < MONTHS.size(); month++) {
            int until = month == 0 ? events.size() * 7 / 10 : month == 1 ? events.size() * 9 / 10 : events.size();
            send(events.subList(sent, until).stream().map(history::send).toList());
            sent = until;
            claim(history, history.some(many / 50));
            if (month > 0) {
                moveContent(random);
            }
            var expected = history.expected(content);
            close(MONTHS.get(month));
            check(MONTHS.get(month), expected);
        }
        checkLines(history.expected(content));
        checkTotals(history.expected(content));
    }

    private void agree() {
        var creators = IntStream.range(0, 3)
                .mapToObj(number -> desk.creator("c" + number))
                .toList();
        var from = Instant.parse("2025-02-25T00:00:00Z");
        var to = Instant.parse("2025-05-28T12:00:00Z");
        var open = new Terms(
                true,
                from,
                to,
                Set.of(),
                "CNY",
                "Asia/Shanghai",
                new BigDecimal("500.00"),
                List.of(
                        version(from, "0", "0.1", "20000", "0.123456", "60000", "0.2"),
                        version(Instant.parse("2025-03-20T16:00:00Z"), "0", "0.15", "1000", "0.01"),
                        version(Instant.parse("2025-05-01T00:00:00Z"), "0", "0.3333")));
        var yen = new Terms(
                true,
                from,
                to,
                Set.of(),
                "JPY",
                "America/New_York",
                null,
                List.of(version(from, "0", "0.055", "5000", "0.8")));
        var dinar = new Terms(
                true,
                Instant.EPOCH,
                to,
                Set.of("serum", "mask"),
                "KWD",
                "UTC",
                new BigDecimal("7.125"),
                List.of(version(Instant.EPOCH, "0", "0.0995")));
        var draft = new Terms(
                false, from, to, Set.of(), "CNY", "UTC", new BigDecimal("9.00"), List.of(version(from, "0", "0.5")));
        int next = 0;
        for (var terms : List.of(open, yen, dinar, draft)) {
            var collaboration = collaboration(terms, terms.equals(yen) ? creators : List.of());
            for (var creator : creators) {
                var theirs = next >= 12 ? List.<String>of() : List.of("v-" + next);
                next++;
                var id = desk.post(
                                "/participations",
                                Desk.json("{'collaboration': '%s', 'creator': '%s', 'touchpoints': [%s]}"
                                        .formatted(collaboration, creator, quoted(theirs))))
                        .ok()
                        .id();
                var part = new Part(id, creator, terms);
                parts.add(part);
                touchpoints.put(id, new ArrayList<>(theirs));
                theirs.forEach(touchpoint -> content.put(touchpoint, part));
                if (!theirs.isEmpty()) {
                    linked.add(id);
                }
            }
        }
    }

    private static Version version(Instant from, String... tiers) {
        var rates = new TreeMap<BigDecimal, BigDecimal>();
        for (int at = 0; at < tiers.length; at += 2) {
            rates.put(new BigDecimal(tiers[at]), new BigDecimal(tiers[at + 1]));
        }
        return new Version(from, rates);
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(","));
    }

    private String collaboration(Terms terms, List<String> creators) {
        var rates = terms.rates().stream()
                .map(version -> "{'from': '%s', 'tiers': [%s]}"
                        .formatted(
                                version.from(),
                                version.tiers().entrySet().stream()
                                        .map(tier -> "{'above': {'amount': '%s', 'currency': '%s'}, 'rate': %s}"
                                                .formatted(tier.getKey(), terms.currency(), tier.getValue()))
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        var fee = terms.fee() == null
                ? ""
                : ", 'fee': {'amount': '%s', 'currency': '%s'}".formatted(terms.fee(), terms.currency());
        var id = desk.post(
                        "/collaborations",
                        Desk.json(
                                "{'name': 'x', 'kind': '%s', 'creators': [%s], 'products': [%s], 'window': {'start': '%s', 'end': '%s'}, 'currency': '%s', 'zone': '%s', 'rates': [%s]%s}"
                                        .formatted(
                                                creators.isEmpty() ? "open" : "targeted",
                                                quoted(creators),
                                                quoted(terms.products().stream()
                                                        .sorted()
                                                        .toList()),
                                                terms.start(),
                                                terms.end(),
                                                terms.currency(),
                                                terms.zone(),
                                                rates,
                                                fee)))
                .ok()
                .id();
        if (terms.binding()) {
            desk.move("/collaborations/" + id, "active").ok();
        }
        return id;
    }

    private void send(List<String> lines) {
        for (int from = 0; from < lines.size(); from += 5_000) {
            var body = String.join("", lines.subList(from, Math.min(lines.size(), from + 5_000)));
            var answer = integration
                    .post("/events", body, "Content-Type", "application/x-ndjson")
                    .ok();
            assertThat(answer.json().get("rejected").asInt()).as(answer.text()).isZero();
            settled(Long.parseLong(answer.at("/watermarks/creator")));
        }
    }

    private void settled(long watermark) {
        await().until(() -> settling.cursor(ledger, Field.CREATOR, Feed.LINES)
                .filter(cursor -> cursor.through() >= watermark)
                .isPresent());
    }

    /** The head sold these lines, too; what it claimed before, it takes back by samples. */
    private void claim(AllianceHistory history, List<Paid> lines) {
        var told = new ArrayList<PaidLine>();
        for (var paid : lines) {
            boolean claims = !history.isClaimed(paid.line());
            told.add(claimed(paid, claims));
            history.claim(paid.line(), claims);
        }
        var from = settling.cursor(ledger, Field.KOL, Feed.LINES).orElse(Cursor.START);
        settling.takeIn(
                ledger,
                Field.KOL,
                Feed.LINES,
                from,
                new io.factmatrix.ledger.domain.settlement.Part<>(told, claims, claims, false));
    }

    private PaidLine claimed(Paid paid, boolean claims) {
        var id = "k-" + ++this.claims;
        var before = claimIds.put(paid.line(), id);
        return new PaidLine(
                this.claims,
                Instant.now(),
                id,
                before,
                "main",
                "night",
                "serum",
                null,
                paid.at(),
                paid.line(),
                "1",
                1,
                100,
                "CNY",
                !claims);
    }

    /** Content turns out to be somebody else's. */
    private void moveContent(Random random) {
        var touchpoint = "v-" + random.nextInt(12);
        var from = content.get(touchpoint);
        if (from == null) {
            return;
        }
        linkedTo(from).remove(touchpoint);
        link(from);
        var to = parts.get(random.nextInt(parts.size()));
        linkedTo(to).add(touchpoint);
        link(to);
        content.put(touchpoint, to);
    }

    private List<String> linkedTo(Part part) {
        return Objects.requireNonNull(touchpoints.get(part.id()));
    }

    private void link(Part part) {
        desk.put("/participations/" + part.id(), Desk.json("{'touchpoints': [%s]}".formatted(quoted(linkedTo(part)))))
                .ok();
    }

    private void close(String month) {
        for (var creator : creators()) {
            for (var currency : CURRENCIES) {
                var id = open(creator, month, currency).ok().id();
                var before = desk.get("/settlement-statements/" + id).ok();
                var answer = desk.move("/settlement-statements/" + id, "closed").ok();
                assertThat(answer.json().get("totals"))
                        .as("what was open is closed as it was shown")
                        .isEqualTo(before.json().get("totals"));
                closed.put(id, "");
            }
        }
    }

    private Answer open(String creator, String month, String currency) {
        return desk.post(
                "/settlement-statements",
                Desk.json("{'creator': '%s', 'month': '%s', 'currency': '%s'}".formatted(creator, month, currency)));
    }

    private Set<String> creators() {
        return parts.stream().map(Part::creator).collect(Collectors.toSet());
    }

    private List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        @Nullable String cursor = "";
        while (cursor != null) {
            var page = desk.get(path + (path.contains("?") ? "&" : "?") + "limit=500"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .ok();
            items.addAll(page.items());
            var next = page.json().get("nextCursor");
            cursor = next.isNull() ? null : next.stringValue();
        }
        return items;
    }

    /** Per payee and line: what all closed statements say together is what the line earns now, of all months up to that one. */
    private void check(String month, Map<String, Expected> expected) {
        var end = YearMonth.parse(month)
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toInstant();
        var stated = new HashMap<String, BigDecimal>();
        for (var id : List.copyOf(closed.keySet())) {
            var statement = desk.get("/settlement-statements/" + id).ok();
            var payee = statement.at("/creator") + " " + statement.at("/currency") + " ";
            var entries = all("/settlement-statements/" + id + "/entries");
            var text = statement.text() + entries;
            assertThat(closed.put(id, text)).as("a closed statement stays").isIn("", text);
            var sum = BigDecimal.ZERO;
            for (var entry : entries) {
                var amount = new BigDecimal(entry.get("amount").stringValue());
                var thing = entry.get("kind").stringValue().equals("fee")
                        ? "fee " + entry.get("participation").stringValue()
                        : entry.get("order").stringValue();
                stated.merge(payee + thing, amount, BigDecimal::add);
                sum = sum.add(amount);
            }
            assertThat(statement.at("/totals/payable"))
                    .isEqualTo(sum.setScale(AllianceHistory.digits(statement.at("/currency")))
                            .toPlainString());
        }
        var owed = new HashMap<String, BigDecimal>();
        expected.values().forEach(line -> {
            var part = line.part();
            if (part != null && line.rate() != null && line.paid().at().isBefore(end)) {
                owed.put(
                        part.creator() + " " + line.paid().currency() + " "
                                + line.paid().line(),
                        line.actual());
            }
        });
        stated.values().removeIf(amount -> amount.signum() == 0);
        owed.values().removeIf(amount -> amount.signum() == 0);
        if (!month.equals(MONTHS.get(0))) {
            parts.stream()
                    .filter(part -> part.terms().binding() && part.terms().fee() != null && linked.contains(part.id()))
                    .forEach(part -> owed.put(
                            part.creator() + " " + part.terms().currency() + " fee " + part.id(),
                            Objects.requireNonNull(part.terms().fee())));
        }
        assertThat(stated).hasSameSizeAs(owed).containsExactlyInAnyOrderEntriesOf(owed);
    }

    private void checkLines(Map<String, Expected> expected) {
        var lines = all("/commissions?from=2025-01-01&to=2025-12-31");
        assertThat(lines).hasSameSizeAs(expected.values());
        for (var line : lines) {
            var mine = Objects.requireNonNull(expected.get(line.get("order").stringValue()));
            var part = mine.part();
            assertThat(line.get("event").stringValue()).isEqualTo(mine.paid().id());
            assertThat(line.at("/paid/amount").stringValue())
                    .isEqualTo(mine.paid().amount().toPlainString());
            assertThat(new BigDecimal(line.at("/refunded/amount").stringValue()))
                    .isEqualByComparingTo(mine.refunded());
            assertThat(line.get("participation").isNull()).isEqualTo(part == null);
            if (part != null) {
                assertThat(line.get("participation").stringValue()).isEqualTo(part.id());
                assertThat(line.get("creator").stringValue()).isEqualTo(part.creator());
            }
            if (mine.rate() == null) {
                assertThat(line.get("unearned").isNull()).isFalse();
                assertThat(line.get("actual").isNull()).isTrue();
            } else {
                assertThat(line.get("unearned").isNull()).as(line.toString()).isTrue();
                assertThat(line.get("rate").decimalValue()).as(line.toString()).isEqualByComparingTo(mine.rate());
                assertThat(line.at("/estimated/amount").stringValue())
                        .isEqualTo(mine.estimated().toPlainString());
                assertThat(line.at("/actual/amount").stringValue())
                        .isEqualTo(mine.actual().toPlainString());
            }
        }
    }

    private void checkTotals(Map<String, Expected> expected) {
        for (var currency : CURRENCIES) {
            var actual = new HashMap<String, BigDecimal>();
            creators()
                    .forEach(
                            creator -> actual.put(creator, BigDecimal.ZERO.setScale(AllianceHistory.digits(currency))));
            expected.values().stream()
                    .filter(line ->
                            line.rate() != null && line.paid().currency().equals(currency))
                    .forEach(line -> actual.merge(
                            Objects.requireNonNull(line.part()).creator(), line.actual(), BigDecimal::add));
            var told = all("/commissions/totals?from=2025-01-01&to=2025-12-31&currency=" + currency).stream()
                    .collect(Collectors.toMap(
                            total -> total.get("creator").stringValue(),
                            total -> new BigDecimal(total.get("actual").stringValue())));
            assertThat(told).isEqualTo(actual);
        }
    }
}
