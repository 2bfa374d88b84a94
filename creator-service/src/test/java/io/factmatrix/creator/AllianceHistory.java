package io.factmatrix.creator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant's shops tell of creators' content, made at random, and what it earns: recomputed from what was sent alone, all of it at once, in decimals of
 * major units.
 */
final class AllianceHistory {

    static final Instant FIRST = Instant.parse("2025-02-20T00:00:00Z");
    /** Few moments, so that many lines share one. */
    private static final int QUARTERS_OF_DAYS = 105 * 4;

    private static final List<String> CURRENCIES = List.of("CNY", "CNY", "JPY", "KWD");
    private static final List<String> PRODUCTS = List.of("serum", "mask", "cream");

    /** What is agreed, as the test says it. */
    record Terms(
            boolean binding,
            Instant start,
            Instant end,
            Set<String> products,
            String currency,
            String zone,
            @Nullable BigDecimal fee,
            List<Version> rates) {}

    record Version(Instant from, TreeMap<BigDecimal, BigDecimal> tiers) {}

    /** A participation of a creator; where its content is can be moved. */
    record Part(String id, String creator, Terms terms) {}

    /** A paid event; a later one of the same line is in the place of the one before. */
    record Paid(
            String id,
            String line,
            @Nullable String replaces,
            Instant at,
            String touchpoint,
            String product,
            String currency,
            BigDecimal amount,
            boolean sample) {

        String json() {
            return """
                    {"id":"%s","type":"order.paid","field":"creator","touchpoint":"%s","occurredAt":"%s","order":"%s","product":"%s",\
                    "quantity":1,"amount":{"amount":"%s","currency":"%s"},"sample":%s%s}
                    """.formatted(
                            id,
                            touchpoint,
                            at,
                            line,
                            product,
                            amount.toPlainString(),
                            currency,
                            sample,
                            replaces == null ? "" : ",\"replaces\":\"" + replaces + "\"");
        }
    }

    record Refund(String id, String line, String currency, BigDecimal amount) {

        String json() {
            return """
                    {"id":"%s","type":"order.refunded","field":"creator","occurredAt":"2025-06-10T00:00:00Z","order":"%s",\
                    "amount":{"amount":"%s","currency":"%s"}}
                    """.formatted(id, line, amount.toPlainString(), currency);
        }
    }

    /** What a line earns, to be compared with what the service says. */
    record Expected(
            Paid paid,
            BigDecimal refunded,
            @Nullable Part part,
            @Nullable BigDecimal rate,
            BigDecimal estimated,
            BigDecimal actual) {}

    private final Random random;
    private final List<String> touchpoints;
    private final List<List<Paid>> lines = new ArrayList<>();
    private final Map<String, Paid> sent = new HashMap<>();
    private final Map<String, BigDecimal> refunded = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();

    AllianceHistory(Random random, List<String> touchpoints) {
        this.random = random;
        this.touchpoints = touchpoints;
    }

    /** As many lines, with all that is told of them: what corrects an event comes after it, refunds come whenever. */
    List<Object> events(int many) {
        var told = new ArrayList<List<Object>>();
        for (int number = 0; number < many; number++) {
            told.add(line("o-" + number));
        }
        var events = new ArrayList<Object>();
        told.forEach(events::addAll);
        // The versions of a line keep their order, wherever they come to lie.
        var places = new ArrayList<Integer>();
        for (int at = 0; at < events.size(); at++) {
            places.add(at);
        }
        Collections.shuffle(places, random);
        var shuffled = new Object[events.size()];
        int next = 0;
        for (var of : told) {
            var theirs = new ArrayList<>(places.subList(next, next + of.size()));
            next += of.size();
            Collections.sort(theirs);
            for (int at = 0; at < of.size(); at++) {
                shuffled[theirs.get(at)] = of.get(at);
            }
        }
        return List.of(shuffled);
    }

    private List<Object> line(String order) {
        var versions = new ArrayList<Paid>();
        versions.add(paid(order, null));
        for (int more = random.nextInt(10); more > 7; more--) {
            versions.add(paid(order, versions.get(versions.size() - 1)));
        }
        lines.add(versions);
        var told = new ArrayList<Object>(versions);
        if (random.nextInt(4) == 0
                && versions.stream().map(Paid::currency).distinct().count() == 1) {
            var left = versions.stream()
                    .map(Paid::amount)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            for (int number = 1 + random.nextInt(2); number > 0; number--) {
                var part = amount(left, versions.get(0).currency());
                if (part.signum() > 0) {
                    left = left.subtract(part);
                    told.add(
                            random.nextInt(told.size() + 1),
                            new Refund(
                                    "r-" + order + "-" + number,
                                    order,
                                    versions.get(0).currency(),
                                    part));
                }
            }
        }
        return told;
    }

    private Paid paid(String order, @Nullable Paid before) {
        var currency = before == null || random.nextInt(10) == 0 ? any(CURRENCIES) : before.currency();
        boolean keeps = random.nextBoolean();
        return new Paid(
                Long.toHexString(random.nextLong()),
                order,
                before == null ? null : before.id(),
                keeps && before != null ? before.at() : FIRST.plusSeconds(21_600L * random.nextInt(QUARTERS_OF_DAYS)),
                before != null && random.nextBoolean() ? before.touchpoint() : any(touchpoints),
                any(PRODUCTS),
                currency,
                amount(new BigDecimal("1000"), currency),
                random.nextInt(20) == 0);
    }

    private BigDecimal amount(BigDecimal most, String currency) {
        int digits = digits(currency);
        long minor = most.movePointRight(digits).longValue();
        return BigDecimal.valueOf(minor == 0 ? 0 : random.nextLong(minor + 1), digits);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** Notes that it was sent; its line in NDJSON. */
    String send(Object event) {
        if (event instanceof Paid paid) {
            sent.put(paid.line(), paid);
            return paid.json();
        }
        var refund = (Refund) event;
        refunded.merge(refund.line(), refund.amount(), BigDecimal::add);
        return refund.json();
    }

    /** Some lines that were sent. */
    List<Paid> some(int many) {
        var all = new ArrayList<>(sent.values());
        all.sort(Comparator.comparing(Paid::line));
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, Math.min(many, all.size())));
    }

    /** A stronger field claims that line, or claims it no more. */
    void claim(String line, boolean claims) {
        if (claims) {
            claimed.add(line);
        } else {
            claimed.remove(line);
        }
    }

    boolean isClaimed(String line) {
        return claimed.contains(line);
    }

    /** What every line that counts comes to now, by its order. */
    Map<String, Expected> expected(Map<String, Part> content) {
        var byMonth = new HashMap<String, List<Paid>>();
        var expected = new HashMap<String, Expected>();
        for (var paid : sent.values()) {
            if (paid.sample() || claimed.contains(paid.line())) {
                continue;
            }
            var part = content.get(paid.touchpoint());
            if (part != null && earns(paid, part.terms())) {
                var month = paid.at()
                        .atZone(ZoneId.of(part.terms().zone()))
                        .toString()
                        .substring(0, 7);
                byMonth.computeIfAbsent(part.id() + month, first -> new ArrayList<>())
                        .add(paid);
            } else {
                expected.put(
                        paid.line(), new Expected(paid, refunds(paid), part, null, BigDecimal.ZERO, BigDecimal.ZERO));
            }
        }
        byMonth.values().forEach(month -> {
            month.sort(Comparator.comparing(Paid::at).thenComparing(Paid::id));
            var before = BigDecimal.ZERO;
            for (var paid : month) {
                expected.put(paid.line(), earned(paid, Objects.requireNonNull(content.get(paid.touchpoint())), before));
                before = before.add(paid.amount());
            }
        });
        return expected;
    }

    private static boolean earns(Paid paid, Terms terms) {
        return terms.binding()
                && !paid.at().isBefore(terms.start())
                && paid.at().isBefore(terms.end())
                && (terms.products().isEmpty() || terms.products().contains(paid.product()))
                && terms.currency().equals(paid.currency());
    }

    private Expected earned(Paid paid, Part part, BigDecimal before) {
        BigDecimal rate = BigDecimal.ZERO;
        for (var version : part.terms().rates()) {
            if (version.from().compareTo(paid.at()) <= 0) {
                rate = version.tiers().floorEntry(before).getValue();
            }
        }
        int digits = digits(paid.currency());
        var refunds = refunds(paid);
        return new Expected(
                paid,
                refunds,
                part,
                rate,
                rate.multiply(paid.amount()).setScale(digits, RoundingMode.HALF_UP),
                rate.multiply(paid.amount().subtract(refunds)).setScale(digits, RoundingMode.HALF_UP));
    }

    private BigDecimal refunds(Paid paid) {
        return refunded.getOrDefault(paid.line(), BigDecimal.ZERO);
    }
}
