package io.factmatrix.deploy.acceptance;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stored events say once corrections are taken out: an event that another one names in {@code replaces} or
 * {@code settles} counts nowhere, neither does a sample line, nor a refund of one, nor a refund without its line.
 */
final class Facts {

    static final List<String> COUNTERS = List.of(
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

    static final Duration BUCKET = Duration.ofMinutes(15);

    /** A place in the grain of every figure; an absent touchpoint or product is empty. */
    record Place(String field, String shop, String product, String touchpoint) {
        static Place of(Event event) {
            return new Place(event.field(), event.shop(), event.product(), event.touchpoint());
        }
    }

    record PaidLine(
            Place place,
            String id,
            String order,
            Instant at,
            Money amount,
            BigInteger units,
            @Nullable String buyer) {}

    /** A line that counts in a stronger field, by what claims it there. */
    record Outclaimed(Event line, Event claimedBy, List<Event> refunds) {}

    record Refund(PaidLine line, Instant at, BigInteger minor) {}

    record Cost(Place place, Instant at, String category, Money amount) {}

    record Ticket(Place place, Instant at, String kind) {}

    /** Somebody saw or did something. */
    record Contact(Place place, Instant at, String stage, String person) {}

    /** One traffic event's share of one bucket: the counters that it reports, zero shares among them. */
    record Share(Place place, Instant bucket, Map<String, BigInteger> counters) {}

    final List<PaidLine> lines = new ArrayList<>();
    final List<Refund> refunds = new ArrayList<>();
    final List<Cost> costs = new ArrayList<>();
    final List<Ticket> tickets = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Share> traffic = new ArrayList<>();

    private final Map<Event.Key, Event> payments = new HashMap<>();
    private final Comparator<Event> precedence =
            Comparator.comparing(this::isCutOff).thenComparing(Event::id);
    private final Map<Event.LineKey, Event> ends = new HashMap<>();
    private final Set<Event.Key> stored = new HashSet<>();
    private final Set<Event.Key> replaced = new HashSet<>();
    private final Set<Event.LineKey> liveLines = new HashSet<>();
    private final Map<Event.LineKey, PaidLine> countedLines = new HashMap<>();
    private final Map<Event.Key, Event.LineKey> paidLines = new HashMap<>();
    private final Map<Event.Key, Event.LineKey> refundedLines = new HashMap<>();
    private final Map<Event.LineKey, Event> claims = new HashMap<>();
    private final Map<Event.LineKey, Outclaimed> outclaimed = new HashMap<>();

    /** @param events the stored ones, gone through more than once; the same event twice counts once */
    Facts(Iterable<Event> events) {
        events.forEach(this::takeOutReplaced);
        events.forEach(this::keepPayment);
        // Lines first, since a refund is booked where its line stands.
        live(events, event -> event.type().equals("order.paid"), this::addLine);
        addClaims();
        takeOutOutclaimed();
        live(events, event -> !event.type().equals("order.paid"), this::add);
    }

    private void live(Iterable<Event> events, Predicate<Event> ofType, Consumer<Event> add) {
        for (var event : events) {
            if (ofType.test(event) && !replaced.contains(event.key()) && stored.add(event.key())) {
                add.accept(event);
            }
        }
    }

    /** Of a line that several fields claim, the strongest one's counts. */
    private void takeOutOutclaimed() {
        var strongest = new HashMap<Event.LineKey, String>();
        countedLines.keySet().forEach(line -> strongest.merge(line.ofAnyField(), line.field(), Facts::stronger));
        for (var line : countedLines.keySet()) {
            var by = strongest.get(line.ofAnyField());
            if (by != null && !by.equals(line.field())) {
                outclaimed.put(line, new Outclaimed(claim(line), claim(line.of(by)), new ArrayList<>()));
            }
        }
        countedLines.keySet().removeAll(outclaimed.keySet());
        lines.addAll(countedLines.values());
    }

    private Event claim(Event.LineKey line) {
        return Objects.requireNonNull(claims.get(line));
    }

    /** The lines that stronger fields claim. */
    Collection<Outclaimed> outclaimed() {
        return outclaimed.values();
    }

    private static String stronger(String one, String other) {
        return Event.BY_STRENGTH.indexOf(one) > Event.BY_STRENGTH.indexOf(other) ? one : other;
    }

    /** What a look-up of a stored event answers, for histories without invalid refunds. */
    String state(Event.Key key) {
        if (replaced.contains(key)) {
            return "replaced";
        }
        if (!stored.contains(key)) {
            return "unknown";
        }
        var line = refundedLines.getOrDefault(key, paidLines.get(key));
        if (line == null) {
            return "counted";
        }
        return outclaimed.containsKey(line) ? "outclaimed" : liveLines.contains(line) ? "counted" : "parked";
    }

    private void keepPayment(Event event) {
        if (event.type().equals("order.paid")) {
            payments.put(event.key(), event);
        }
    }

    private void takeOutReplaced(Event event) {
        for (var link : List.of("replaces", "settles")) {
            var target = event.optional(link);
            if (target != null) {
                replaced.add(new Event.Key(event.field(), target));
            }
        }
    }

    /**
     * A line has one payment that nothing replaces, but while a correction in the midst of its chain is still missing: then the
     * one counts that does not lead back to the original, and of several such the one with the greatest id.
     */
    private void addLine(Event event) {
        var other = ends.get(event.lineKey());
        if (other == null || precedence.compare(event, other) > 0) {
            ends.put(event.lineKey(), event);
        }
    }

    private boolean isCutOff(Event event) {
        @Nullable Event step = event;
        while (step != null && step.has("replaces")) {
            step = payments.get(new Event.Key(step.field(), step.text("replaces")));
        }
        return step == null;
    }

    private void addClaims() {
        ends.values().forEach(this::addClaim);
    }

    private void addClaim(Event event) {
        liveLines.add(event.lineKey());
        if (event.sample()) {
            return;
        }
        var line = new PaidLine(
                Place.of(event),
                event.id(),
                event.text("order"),
                event.occurredAt(),
                event.amount(),
                event.count("quantity"),
                event.optional("audience"));
        paidLines.put(event.key(), event.lineKey());
        countedLines.put(event.lineKey(), line);
        claims.put(event.lineKey(), event);
    }

    private void add(Event event) {
        switch (event.type()) {
            case "order.refunded" -> addRefund(event);
            case "cost" ->
                costs.add(new Cost(Place.of(event), event.occurredAt(), event.text("category"), event.amount()));
            case "service" -> tickets.add(new Ticket(Place.of(event), event.occurredAt(), event.text("kind")));
            case "audience" ->
                contacts.add(
                        new Contact(Place.of(event), event.occurredAt(), event.text("stage"), event.text("audience")));
            case "traffic" -> addTraffic(event);
            default -> throw new IllegalArgumentException("an event of no known type: " + event);
        }
    }

    /** Booked where its line stands, whatever the refund itself says of touchpoint and product. */
    private void addRefund(Event event) {
        refundedLines.put(event.key(), event.lineKey());
        var line = countedLines.get(event.lineKey());
        var claim = outclaimed.get(event.lineKey());
        if (claim != null) {
            claim.refunds().add(event);
        } else if (line != null) {
            refunds.add(new Refund(line, event.occurredAt(), event.amount().minor()));
        }
    }

    private void addTraffic(Event event) {
        var buckets = buckets(event.instant("start"), event.instant("end"));
        for (int i = 0; i < buckets.size(); i++) {
            var counters = new HashMap<String, BigInteger>();
            for (var counter : COUNTERS) {
                if (event.has(counter)) {
                    counters.put(counter, share(event.count(counter), i, buckets.size()));
                }
            }
            traffic.add(new Share(Place.of(event), buckets.get(i), counters));
        }
    }

    /** The starts of the quarter-hours that {@code [start, end)} touches. */
    static List<Instant> buckets(Instant start, Instant end) {
        var buckets = new ArrayList<Instant>();
        long millis = BUCKET.toMillis();
        var bucket = Instant.ofEpochMilli(Math.floorDiv(start.toEpochMilli(), millis) * millis);
        while (bucket.isBefore(end)) {
            buckets.add(bucket);
            bucket = bucket.plus(BUCKET);
        }
        return buckets;
    }

    /** Equal integer shares, the remainder to the last. */
    static BigInteger share(BigInteger count, int index, int parts) {
        var division = count.divideAndRemainder(BigInteger.valueOf(parts));
        return index == parts - 1 ? division[0].add(division[1]) : division[0];
    }
}
