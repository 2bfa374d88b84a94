package io.factmatrix.deploy.acceptance;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The exact sums behind one section of a view: of one field, or of several added up. */
final class Sums {

    /** Numerator over denominator, and the counters that must both be known; gmv and orders always are. */
    enum Ratio {
        GPM_IMPRESSION("gmv", "impressions"),
        GPM_VIEW("gmv", "views"),
        ENTER("views", "impressions"),
        PRODUCT_SHOW("productImpressions", "views"),
        PRODUCT_CLICK("productClicks", "productImpressions"),
        ORDER("orders", "productClicks"),
        ORDER_OF_WHOLE("ordersOfWhole", "productClicks"),
        UV_VALUE("gmv", "viewers");

        final String numerator;
        final String denominator;

        Ratio(String numerator, String denominator) {
            this.numerator = numerator;
            this.denominator = denominator;
        }
    }

    record Fraction(BigInteger numerator, BigInteger denominator) {
        Fraction plus(Fraction other) {
            return new Fraction(numerator.add(other.numerator), denominator.add(other.denominator));
        }
    }

    static final Comparator<Facts.PaidLine> EARLIEST = Comparator.comparing(Facts.PaidLine::at)
            .thenComparing(line -> line.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
            .thenComparing(line -> -Event.BY_STRENGTH.indexOf(line.place().field()));

    BigInteger gmv = BigInteger.ZERO;
    BigInteger refunds = BigInteger.ZERO;
    BigInteger refundsOfPeriod = BigInteger.ZERO;
    BigInteger units = BigInteger.ZERO;
    BigInteger orders = BigInteger.ZERO;
    BigInteger ordersOfWhole = BigInteger.ZERO;
    BigInteger newBuyers = BigInteger.ZERO;
    BigInteger lines = BigInteger.ZERO;
    BigInteger linesWithBuyer = BigInteger.ZERO;
    final Set<String> buyers = new TreeSet<>();
    final Map<String, BigInteger> costs = new TreeMap<>();
    final Map<String, BigInteger> tickets = new TreeMap<>();
    final Map<String, BigInteger> traffic = new TreeMap<>();
    final Map<String, BigInteger> gmvWhereReported = new TreeMap<>();
    final Map<Ratio, Fraction> ratios = new TreeMap<>();

    BigInteger cost() {
        return costs.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The sums of one field. */
    static Sums of(Facts facts, String field, ViewQuery query) {
        var sums = new Sums();
        var touchpoints = new TreeMap<String, Map<String, BigInteger>>();
        sums.addMoney(facts, field, query, touchpoints);
        sums.addTraffic(facts, field, query, touchpoints);
        sums.coverAndDivide(touchpoints);
        return sums;
    }

    /** The sums of several fields; orders are not merged here, and must not be read. */
    static Sums total(Collection<Sums> parts) {
        var total = new Sums();
        for (var part : parts) {
            total.gmv = total.gmv.add(part.gmv);
            total.refunds = total.refunds.add(part.refunds);
            total.refundsOfPeriod = total.refundsOfPeriod.add(part.refundsOfPeriod);
            total.units = total.units.add(part.units);
            total.lines = total.lines.add(part.lines);
            total.ordersOfWhole = total.ordersOfWhole.add(part.ordersOfWhole);
            total.newBuyers = total.newBuyers.add(part.newBuyers);
            total.linesWithBuyer = total.linesWithBuyer.add(part.linesWithBuyer);
            total.buyers.addAll(part.buyers);
            part.costs.forEach((name, value) -> total.costs.merge(name, value, BigInteger::add));
            part.tickets.forEach((name, value) -> total.tickets.merge(name, value, BigInteger::add));
            part.traffic.forEach((name, value) -> total.traffic.merge(name, value, BigInteger::add));
            part.gmvWhereReported.forEach((name, value) -> total.gmvWhereReported.merge(name, value, BigInteger::add));
            part.ratios.forEach((name, value) -> total.ratios.merge(name, value, Fraction::plus));
        }
        return total;
    }

    private void addMoney(
            Facts facts, String field, ViewQuery query, Map<String, Map<String, BigInteger>> touchpoints) {
        var inGrain = facts.lines.stream()
                .filter(line -> selects(query, field, line.place()))
                .filter(line -> line.amount().currency().equals(query.currency()))
                .toList();
        for (var line : inGrain) {
            if (query.covers(line.at())) {
                addLine(line, touchpoints);
            }
        }
        for (var first : earliestOfEachOrder(inGrain)) {
            if (query.covers(first.at())) {
                orders = orders.add(BigInteger.ONE);
                count(touchpoints, first.place().touchpoint(), "orders", BigInteger.ONE);
            }
        }
        var ofAllFields = facts.lines.stream()
                .filter(line -> query.selects(
                        line.place().shop(),
                        line.place().product(),
                        line.place().touchpoint()))
                .filter(line -> line.amount().currency().equals(query.currency()))
                .toList();
        for (var first : earliestOfEachOrder(ofAllFields)) {
            if (first.place().field().equals(field) && query.covers(first.at())) {
                ordersOfWhole = ordersOfWhole.add(BigInteger.ONE);
                count(touchpoints, first.place().touchpoint(), "ordersOfWhole", BigInteger.ONE);
            }
        }
        for (var first : firstOfEachBuyer(facts)) {
            if (selects(query, field, first.place()) && query.covers(first.at())) {
                newBuyers = newBuyers.add(BigInteger.ONE);
            }
        }
        for (var refund : facts.refunds) {
            if (selects(query, field, refund.line().place())
                    && refund.line().amount().currency().equals(query.currency())) {
                addRefund(refund, query);
            }
        }
        for (var cost : facts.costs) {
            if (selects(query, field, cost.place())
                    && query.covers(cost.at())
                    && cost.amount().currency().equals(query.currency())) {
                costs.merge(cost.category(), cost.amount().minor(), BigInteger::add);
            }
        }
        for (var ticket : facts.tickets) {
            if (selects(query, field, ticket.place()) && query.covers(ticket.at())) {
                tickets.merge(ticket.kind(), BigInteger.ONE, BigInteger::add);
            }
        }
    }

    private void addLine(Facts.PaidLine line, Map<String, Map<String, BigInteger>> touchpoints) {
        gmv = gmv.add(line.amount().minor());
        count(touchpoints, line.place().touchpoint(), "gmv", line.amount().minor());
        units = units.add(line.units());
        lines = lines.add(BigInteger.ONE);
        var buyer = line.buyer();
        if (buyer != null) {
            buyers.add(buyer);
            linesWithBuyer = linesWithBuyer.add(BigInteger.ONE);
        }
    }

    private void addRefund(Facts.Refund refund, ViewQuery query) {
        if (query.covers(refund.at())) {
            refunds = refunds.add(refund.minor());
        }
        if (query.covers(refund.line().at())) {
            refundsOfPeriod = refundsOfPeriod.add(refund.minor());
        }
    }

    private void addTraffic(
            Facts facts, String field, ViewQuery query, Map<String, Map<String, BigInteger>> touchpoints) {
        for (var share : facts.traffic) {
            if (selects(query, field, share.place()) && query.covers(share.bucket())) {
                share.counters().forEach((counter, value) -> {
                    traffic.merge(counter, value, BigInteger::add);
                    count(touchpoints, share.place().touchpoint(), counter, value);
                });
            }
        }
    }

    private void coverAndDivide(Map<String, Map<String, BigInteger>> touchpoints) {
        for (var known : touchpoints.values()) {
            known.putIfAbsent("gmv", BigInteger.ZERO);
            known.putIfAbsent("orders", BigInteger.ZERO);
            known.putIfAbsent("ordersOfWhole", BigInteger.ZERO);
            for (var counter : Facts.COUNTERS) {
                if (known.containsKey(counter)) {
                    gmvWhereReported.merge(counter, value(known, "gmv"), BigInteger::add);
                }
            }
            for (var ratio : Ratio.values()) {
                if (known.containsKey(ratio.numerator) && known.containsKey(ratio.denominator)) {
                    var part = new Fraction(value(known, ratio.numerator), value(known, ratio.denominator));
                    ratios.merge(ratio, part, Fraction::plus);
                }
            }
        }
    }

    /** An order's earliest line in the grain asked for, whenever that was. */
    static Collection<Facts.PaidLine> earliestOfEachOrder(List<Facts.PaidLine> inGrain) {
        var earliest = new HashMap<List<String>, Facts.PaidLine>();
        for (var line : inGrain) {
            earliest.merge(
                    List.of(line.place().shop(), line.order()),
                    line,
                    (left, right) -> EARLIEST.compare(left, right) <= 0 ? left : right);
        }
        return new HashSet<>(earliest.values());
    }

    /** What each person paid first with the merchant, in whatever field, shop and currency. */
    private static Collection<Facts.PaidLine> firstOfEachBuyer(Facts facts) {
        var first = new HashMap<String, Facts.PaidLine>();
        for (var line : facts.lines) {
            var buyer = line.buyer();
            if (buyer != null) {
                first.merge(buyer, line, (left, right) -> EARLIEST.compare(left, right) <= 0 ? left : right);
            }
        }
        return first.values();
    }

    private static boolean selects(ViewQuery query, String field, Facts.Place place) {
        return place.field().equals(field) && query.selects(place.shop(), place.product(), place.touchpoint());
    }

    private static void count(
            Map<String, Map<String, BigInteger>> touchpoints, String touchpoint, String name, BigInteger value) {
        touchpoints.computeIfAbsent(touchpoint, any -> new TreeMap<>()).merge(name, value, BigInteger::add);
    }

    private static BigInteger value(Map<String, BigInteger> known, String name) {
        @Nullable BigInteger value = known.get(name);
        return value == null ? BigInteger.ZERO : value;
    }
}
