package io.factmatrix.livestream;

import io.factmatrix.livestream.domain.review.PlannedProduct;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One session counted from all events that were sent, by the definitions, and by nothing of the product. */
final class CountedByHand {

    private static final Comparator<SentEvent> EARLIEST =
            Comparator.comparing(SentEvent::at).thenComparing(SentEvent::id);
    private static final List<String> COUNTERS = List.of(
            "impressions",
            "paidImpressions",
            "views",
            "viewers",
            "productImpressions",
            "productClicks",
            "watchSeconds",
            "likes",
            "comments",
            "shares",
            "follows",
            "fanJoins");

    private final String shop;
    private final String touchpoint;
    private final String currency;
    private final List<SentEvent> counted;
    private final List<SentEvent> paid;

    CountedByHand(List<SentEvent> events, String shop, String touchpoint, String currency) {
        this.shop = shop;
        this.touchpoint = touchpoint;
        this.currency = currency;
        var superseded = new HashSet<String>();
        events.forEach(event -> {
            Stream.of("replaces", "settles")
                    .map(event::text)
                    .filter(Objects::nonNull)
                    .forEach(superseded::add);
        });
        this.counted = events.stream()
                .filter(event -> !superseded.contains(event.id()))
                .toList();
        this.paid = counted.stream()
                .filter(event -> event.is("order.paid") && event.text("sample") == null)
                .toList();
    }

    private boolean isHere(SentEvent event) {
        return shop.equals(event.text("shop")) && touchpoint.equals(event.text("touchpoint"));
    }

    private List<SentEvent> lines(String paidIn) {
        return paid.stream()
                .filter(this::isHere)
                .filter(line -> line.currency().equals(paidIn))
                .toList();
    }

    private static String key(SentEvent event) {
        var line = event.text("line");
        return event.text("shop") + "\n" + event.text("order") + "\n" + (line == null ? "1" : line);
    }

    private long refunded(List<SentEvent> lines) {
        var keys = lines.stream().map(CountedByHand::key).toList();
        return counted.stream()
                .filter(event -> event.is("order.refunded") && keys.contains(key(event)))
                .mapToLong(SentEvent::minor)
                .sum();
    }

    private static long gmv(List<SentEvent> lines) {
        return lines.stream().mapToLong(SentEvent::minor).sum();
    }

    private static long units(List<SentEvent> lines) {
        return lines.stream()
                .mapToLong(line -> Objects.requireNonNull(line.number("quantity")))
                .sum();
    }

    private static long orders(List<SentEvent> lines) {
        return lines.stream().map(line -> line.text("order")).distinct().count();
    }

    private Stream<SentEvent> here(String type) {
        return counted.stream().filter(event -> event.is(type) && isHere(event));
    }

    private @Nullable Long known(Function<SentEvent, @Nullable Long> of) {
        var told = here("traffic").map(of).filter(Objects::nonNull).toList();
        return told.isEmpty()
                ? null
                : told.stream()
                        .mapToLong(value -> Objects.requireNonNull(value))
                        .sum();
    }

    private @Nullable Long counter(String name) {
        return known(event -> event.number(name));
    }

    private @Nullable Long people(String name) {
        return known(event -> event.people(name));
    }

    /** The four rates, on counters or on people; NaN where unknown. */
    List<Double> rates(boolean people) {
        if (people) {
            var heads = Stream.of("exposed", "entered", "sawProduct", "clickedProduct", "bought")
                    .map(this::people)
                    .toList();
            return List.of(
                    rate(heads.get(1), heads.get(0)),
                    rate(heads.get(2), heads.get(1)),
                    rate(heads.get(3), heads.get(2)),
                    rate(heads.get(4), heads.get(3)));
        }
        return List.of(
                rate(counter("views"), counter("impressions")),
                rate(counter("productImpressions"), counter("views")),
                rate(counter("productClicks"), counter("productImpressions")),
                rate(orders(lines(currency)), counter("productClicks")));
    }

    private static double rate(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null || whole == 0 ? Double.NaN : (double) part / whole;
    }

    private static int digits(String currency) {
        return currency.equals("JPY") ? 0 : 2;
    }

    private static String money(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    private String money(long minor) {
        return money(minor, currency);
    }

    /** {@code minor · times / each}, rounded to minor units. */
    private @Nullable String each(long minor, long times, @Nullable Long each) {
        return each == null || each == 0
                ? null
                : money(BigDecimal.valueOf(minor)
                        .multiply(BigDecimal.valueOf(times))
                        .divide(BigDecimal.valueOf(each), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private static @Nullable BigDecimal share(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null || whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    Map<String, @Nullable Object> figures(Duration lasted) {
        var lines = lines(currency);
        long gmv = gmv(lines);
        long refunds = refunded(lines);
        long orders = orders(lines);
        var costs = costs(currency);
        long cost = costs.values().stream().mapToLong(Long::longValue).sum();
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("currency", currency);
        all.put("gmv", money(gmv));
        all.put("refunds", money(refunds));
        all.put("netGmv", money(gmv - refunds));
        all.put("refundsOfPeriod", money(refunds));
        all.put("refundRate", share(refunds, gmv));
        all.put("cost", money(cost));
        var byCategory = new TreeMap<String, Object>();
        costs.forEach((category, sum) -> byCategory.put(category, money(sum)));
        all.put("costByCategory", byCategory);
        all.put("aov", each(gmv, 1, orders));
        all.put("orders", orders);
        all.put("units", units(lines));
        addBuyers(all, lines);
        COUNTERS.forEach(name -> all.put(name, counter(name)));
        var gpm = new LinkedHashMap<String, @Nullable Object>();
        gpm.put("impression", each(gmv, 1_000, counter("impressions")));
        gpm.put("view", each(gmv, 1_000, counter("views")));
        all.put("gpm", gpm);
        var rates = new LinkedHashMap<String, @Nullable Object>();
        rates.put("enter", share(counter("views"), counter("impressions")));
        rates.put("productShow", share(counter("productImpressions"), counter("views")));
        rates.put("productClick", share(counter("productClicks"), counter("productImpressions")));
        rates.put("order", share(orders, counter("productClicks")));
        all.put("rates", rates);
        addPeople(all);
        all.put(
                "hours",
                BigDecimal.valueOf(lasted.toMillis()).divide(new BigDecimal(3_600_000), 6, RoundingMode.HALF_UP));
        all.put("costPerHour", costs.isEmpty() ? null : each(cost, 3_600_000, lasted.toMillis()));
        all.put("costPerThousandViews", costs.isEmpty() ? null : each(cost, 1_000, counter("views")));
        var deposit = new LinkedHashMap<String, @Nullable Object>();
        deposit.put("follows", counter("follows"));
        deposit.put("fanJoins", counter("fanJoins"));
        deposit.put("repeatBuyers", all.get("repeatBuyers"));
        all.put("deposit", deposit);
        all.put("otherCurrencies", others());
        return all;
    }

    private Map<String, Long> costs(String spentIn) {
        var costs = new TreeMap<String, Long>();
        here("cost")
                .filter(cost -> cost.currency().equals(spentIn))
                .forEach(cost -> costs.merge(cost.required("category"), cost.minor(), Long::sum));
        return costs;
    }

    private void addBuyers(Map<String, @Nullable Object> all, List<SentEvent> lines) {
        var firsts = new HashMap<String, SentEvent>();
        paid.stream()
                .filter(line -> line.text("audience") != null)
                .sorted(EARLIEST)
                .forEach(line -> firsts.putIfAbsent(line.required("audience"), line));
        var buyers = new TreeSet<String>();
        lines.stream()
                .filter(line -> line.text("audience") != null)
                .forEach(line -> buyers.add(line.required("audience")));
        all.put("buyers", buyers.size());
        all.put("newBuyers", firsts.values().stream().filter(this::isHere).count());
        all.put(
                "repeatBuyers",
                buyers.stream()
                        .filter(buyer -> !isHere(Objects.requireNonNull(firsts.get(buyer))))
                        .count());
        Predicate<SentEvent> ofSomebody = line -> line.text("audience") != null;
        all.put("audienceCoverage", share(lines.stream().filter(ofSomebody).count(), (long) lines.size()));
    }

    private void addPeople(Map<String, @Nullable Object> all) {
        var heads = new LinkedHashMap<String, @Nullable Object>();
        for (var name : List.of("exposed", "entered", "sawProduct", "clickedProduct", "bought")) {
            heads.put(name, people(name));
        }
        all.put("people", heads);
        var rates = new LinkedHashMap<String, @Nullable Object>();
        rates.put("enteredOfExposed", share(people("entered"), people("exposed")));
        rates.put("sawProductOfEntered", share(people("sawProduct"), people("entered")));
        rates.put("clickedProductOfSawProduct", share(people("clickedProduct"), people("sawProduct")));
        rates.put("boughtOfClickedProduct", share(people("bought"), people("clickedProduct")));
        all.put("peopleRates", rates);
    }

    private List<Map<String, Object>> others() {
        var other = currency.equals("JPY") ? "CNY" : "JPY";
        var lines = lines(other);
        var costs = costs(other);
        return lines.isEmpty() && costs.isEmpty()
                ? List.of()
                : List.of(Map.of(
                        "currency",
                        other,
                        "gmv",
                        money(gmv(lines), other),
                        "refunds",
                        money(refunded(lines), other),
                        "cost",
                        money(costs.values().stream().mapToLong(Long::longValue).sum(), other)));
    }

    /** The planned ones in that order, then the others by what they sold. */
    List<Map<String, @Nullable Object>> products(List<PlannedProduct> planned) {
        var byProduct = new TreeMap<String, List<SentEvent>>();
        lines(currency)
                .forEach(line -> byProduct
                        .computeIfAbsent(line.required("product"), first -> new ArrayList<>())
                        .add(line));
        var results = new ArrayList<Map<String, @Nullable Object>>();
        for (var plan : planned) {
            results.add(product(plan.product(), plan, byProduct.getOrDefault(plan.product(), List.of())));
            byProduct.remove(plan.product());
        }
        byProduct.entrySet().stream()
                .sorted(Comparator.comparing(other -> -gmv(other.getValue())))
                .forEach(other -> results.add(product(other.getKey(), null, other.getValue())));
        return results;
    }

    private Map<String, @Nullable Object> product(
            String product, @Nullable PlannedProduct plan, List<SentEvent> lines) {
        var price = plan == null ? null : plan.price();
        var result = new LinkedHashMap<String, @Nullable Object>();
        result.put("product", product);
        result.put("planned", plan != null);
        result.put("plannedPrice", price == null ? null : money(price));
        result.put("stock", plan == null ? null : plan.stock());
        result.put("units", units(lines));
        result.put("gmv", money(gmv(lines)));
        result.put("orders", orders(lines));
        result.put("refunds", money(refunded(lines)));
        result.put("sellThrough", plan == null ? null : share(units(lines), plan.stock()));
        result.put("averagePaidPrice", each(gmv(lines), 1, units(lines)));
        return result;
    }

    /** Each minute that the session touches. */
    List<Map<String, @Nullable Object>> minutes(Instant from, Instant to) {
        var earliest = new HashMap<String, SentEvent>();
        lines(currency).stream().sorted(EARLIEST).forEach(line -> earliest.putIfAbsent(line.required("order"), line));
        var minutes = new ArrayList<Map<String, @Nullable Object>>();
        for (var start = from.truncatedTo(ChronoUnit.MINUTES); start.isBefore(to); start = start.plusSeconds(60)) {
            var minute = start;
            Predicate<SentEvent> within =
                    line -> line.at().truncatedTo(ChronoUnit.MINUTES).equals(minute);
            var lines = lines(currency).stream().filter(within).toList();
            var point = new LinkedHashMap<String, @Nullable Object>();
            point.put("start", minute);
            point.put("gmv", money(gmv(lines)));
            point.put("orders", earliest.values().stream().filter(within).count());
            point.put("units", units(lines));
            for (var name : List.of("impressions", "views", "likes", "comments", "follows")) {
                point.put(name, known(event -> share(event, name, minute)));
            }
            minutes.add(point);
        }
        return minutes;
    }

    /** What a report brings to that minute; null when it says nothing of it. */
    private static @Nullable Long share(SentEvent traffic, String name, Instant minute) {
        var value = traffic.number(name);
        var first = Instant.parse(traffic.required("start")).truncatedTo(ChronoUnit.MINUTES);
        var last = traffic.at().minusMillis(1).truncatedTo(ChronoUnit.MINUTES);
        if (value == null || minute.isBefore(first) || minute.isAfter(last)) {
            return null;
        }
        long shares = Duration.between(first, last).toMinutes() + 1;
        return value / shares + (minute.equals(last) ? value % shares : 0);
    }
}
