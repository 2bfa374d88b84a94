package io.factmatrix.deploy.bench.mix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws batches of events as a busy merchant sends them. A batch is one hour: about a hundred of the touchpoints are active in
 * it, few of them sell most, and so do few of the products.
 */
public final class Mix {

    /** The four that have services of their own, with the share of events in a hundred. */
    public static final Map<String, Integer> FIELDS =
            Map.of("livestream", 40, "creator", 30, "campaign", 20, "kol", 10);

    private static final List<String> FIELD_OF_PERCENTILE = FIELDS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(share -> java.util.Collections.nCopies(share.getValue(), share.getKey()).stream())
            .toList();

    private static final int PERCENT = 100;
    private static final int ACTIVE = 100;
    private static final int AUDIENCE = 200_000;
    private static final int HOURS = 23;
    private static final int HOUR = 3_600;
    private static final int QUARTER = 900;
    private static final int SECOND_LINE_PERCENT = 20;

    private final int touchpoints;
    private final int products;
    private final SplittableRandom chance;

    public Mix(int touchpoints, int products, long seed) {
        this.touchpoints = touchpoints;
        this.products = products;
        this.chance = new SplittableRandom(seed);
    }

    /** Bodies of that many events each: of one field, the fields in their shares. */
    public List<Body> bodiesOfOneField(List<String> merchants, int bodies, int events) {
        var made = new ArrayList<Body>();
        for (int at = 0; at < bodies; at++) {
            // A stride that is coprime to a hundred: the shares come out right over any hundred, and nearly over fewer.
            var field = FIELD_OF_PERCENTILE.get(at * 37 % PERCENT);
            made.add(body(merchants.get(at % merchants.size()), List.of(field), at, bodies, events));
        }
        return made;
    }

    /** Bodies of that many events each, of all fields. */
    public List<Body> bodiesOfAllFields(List<String> merchants, int bodies, int events) {
        var made = new ArrayList<Body>();
        for (int at = 0; at < bodies; at++) {
            made.add(body(merchants.get(at % merchants.size()), FIELD_OF_PERCENTILE, at, bodies, events));
        }
        return made;
    }

    /** Rows of the same events. */
    public List<Rows> rows(List<String> merchants, int blocks, int events) {
        var made = new ArrayList<Rows>();
        for (int at = 0; at < blocks; at++) {
            var field = FIELD_OF_PERCENTILE.get(at * 37 % PERCENT);
            made.add(new Rows(
                    merchants.get(at % merchants.size()),
                    batch(List.of(field), at % HOURS, events),
                    firstDay(at, blocks)));
        }
        return made;
    }

    private Body body(String merchant, List<String> fields, int at, int bodies, int events) {
        return new Body(merchant, fields, batch(fields, at % HOURS, events), firstDay(at, bodies));
    }

    /** Spread over the days, so that few sendings of many bodies fall on all of them. */
    private static int firstDay(int at, int of) {
        return (int) ((long) at * Days.COUNT / of);
    }

    private List<MixedEvent> batch(List<String> fields, int hour, int events) {
        int firstActive = chance.nextInt(touchpoints);
        var batch = new ArrayList<MixedEvent>();
        var refundable = new HashMap<String, List<MixedEvent>>();
        for (int number = 0; number < events; number++) {
            var field = fields.get(chance.nextInt(fields.size()));
            var touchpoint = (firstActive + skewed(Math.min(ACTIVE, touchpoints))) % touchpoints;
            int second = hour * HOUR + (int) ((long) number * HOUR / events);
            var event = event(
                    number, field, touchpoint, second, refundable.computeIfAbsent(field, none -> new ArrayList<>()));
            batch.add(event);
        }
        return batch;
    }

    private MixedEvent event(int number, String field, int touchpoint, int second, List<MixedEvent> refundable) {
        var kind = Kind.at(chance.nextInt(PERCENT));
        if (kind == Kind.REFUNDED && !refundable.isEmpty()) {
            var paid = refundable.remove(chance.nextInt(refundable.size()));
            return new MixedEvent(
                    number,
                    kind,
                    field,
                    paid.touchpoint(),
                    paid.product(),
                    paid.audience(),
                    paid.order(),
                    paid.line(),
                    1,
                    paid.amount() / 2,
                    second,
                    0);
        }
        if (kind == Kind.PAID || kind == Kind.REFUNDED) {
            var paid = paid(number, field, touchpoint, second, refundable);
            refundable.add(paid);
            return paid;
        }
        long impressions = kind == Kind.TRAFFIC ? MixedEvent.IMPRESSIONS_A_VIEW * (1L + chance.nextInt(5_000)) : 0;
        long amount = kind == Kind.COST ? 100L * (1 + chance.nextInt(1_000)) : 0;
        return new MixedEvent(
                number,
                kind,
                field,
                touchpoint,
                skewed(products),
                chance.nextInt(AUDIENCE),
                number,
                1,
                1,
                amount,
                second,
                impressions);
    }

    private MixedEvent paid(int number, String field, int touchpoint, int second, List<MixedEvent> sold) {
        int product = skewed(products);
        int quantity = 1 + chance.nextInt(3);
        // Even, so that half of it can be refunded.
        long amount = 2L * quantity * (990 + 200 * product);
        var last = sold.isEmpty() ? null : sold.get(sold.size() - 1);
        boolean more = last != null && last.line() == 1 && chance.nextInt(PERCENT) < SECOND_LINE_PERCENT;
        return last != null && more
                ? new MixedEvent(
                        number,
                        Kind.PAID,
                        field,
                        last.touchpoint(),
                        product,
                        last.audience(),
                        last.order(),
                        number + 2,
                        quantity,
                        amount,
                        second,
                        0)
                : new MixedEvent(
                        number,
                        Kind.PAID,
                        field,
                        touchpoint,
                        product,
                        chance.nextInt(AUDIENCE),
                        number,
                        1,
                        quantity,
                        amount,
                        second,
                        0);
    }

    /** Small numbers far more often than great ones. */
    private int skewed(int bound) {
        double u = chance.nextDouble();
        return (int) (bound * u * u * u);
    }

    static int quarter(int second) {
        return second / QUARTER * QUARTER;
    }

    static int quarterAfter(int second) {
        return quarter(second) + QUARTER;
    }
}
