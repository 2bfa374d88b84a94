package io.factmatrix.livestream.domain.review;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.rollup.Sums;
import io.factmatrix.ledger.domain.touchpoint.SalesPoint;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened from the start of a session to its end, piece by piece without a gap. What belongs to the session and happened before or after is in
 * its figures, and not here.
 *
 * @param step the length of a piece: a minute, or as much as it takes for no more than {@value #MOST} pieces. Pieces begin on multiples
 *     of it, UTC; so those of 15 minutes are the buckets of the view
 */
public record Curve(String currency, Duration step, List<Piece> pieces) {

    /** Those of a day by minutes. */
    static final int MOST = 1_440;

    /** What is told of the traffic of a piece. */
    public static final List<Counter> COUNTERS =
            List.of(Counter.IMPRESSIONS, Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.FOLLOWS);

    private static final List<Duration> STEPS =
            Stream.of(1, 5, 15, 60, 1_440).map(Duration::ofMinutes).toList();

    private static final BigInteger NONE = BigInteger.ZERO;

    /**
     * A piece.
     *
     * @param sales nothing sold is known to be nothing: orders are
     * @param traffic only the counters that an event reported whose interval reaches into this piece
     */
    public record Piece(SalesPoint sales, Map<Counter, BigInteger> traffic) {

        Map<String, @Nullable Object> members(Amounts in) {
            var members = new LinkedHashMap<String, @Nullable Object>();
            members.put("start", sales.start());
            members.put("gmv", in.money(sales.gmv()));
            members.put("orders", sales.orders());
            members.put("units", sales.units());
            COUNTERS.forEach(counter -> members.put(counter.member(), traffic.get(counter)));
            return members;
        }
    }

    /** How the time of a session is cut. */
    public record Cut(Instant from, Instant to, Duration step) {

        /** The whole minutes that the session touches, and no more pieces than there may be. */
        public static Cut of(Broadcast broadcast) {
            return STEPS.stream()
                    .map(step -> of(broadcast, step))
                    .filter(cut -> cut.pieces() <= MOST)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("endedAt: %s (expected: at most %d days after %s)"
                            .formatted(broadcast.endedAt(), MOST, broadcast.startedAt())));
        }

        private static Cut of(Broadcast broadcast, Duration step) {
            long first = number(broadcast.startedAt(), step);
            long end = broadcast.length().isZero()
                    ? first
                    : number(broadcast.endedAt().minusNanos(1), step) + 1;
            return new Cut(start(first, step), start(end, step), step);
        }

        private static long number(Instant moment, Duration step) {
            return Math.floorDiv(moment.getEpochSecond(), step.toSeconds());
        }

        private static Instant start(long number, Duration step) {
            return Instant.ofEpochSecond(number * step.toSeconds());
        }

        int pieces() {
            return Math.toIntExact(Duration.between(from, to).dividedBy(step));
        }
    }

    /** Traffic, one event after the other. */
    public static final class Gathering {

        private final Cut cut;
        private final Map<Integer, Sums> sums = new HashMap<>();

        public Gathering(Cut cut) {
            this.cut = cut;
        }

        /**
         * Takes in a traffic event, as the view does by quarter-hours: equal integer shares of each counter to all the pieces that its
         * interval touches, of this session or not, and the remainder to the last of them; a share of 0 still means reported.
         */
        public void add(Event event) {
            var traffic = (Content.Traffic) event.content();
            long zero = Cut.number(cut.from(), cut.step());
            long first = Cut.number(traffic.start(), cut.step()) - zero;
            long last = Cut.number(event.occurredAt().minusNanos(1), cut.step()) - zero;
            for (long piece = Math.max(0, first); piece <= Math.min(last, cut.pieces() - 1L); piece++) {
                add((int) piece, traffic.counters(), last - first + 1, piece == last);
            }
        }

        private void add(int piece, Map<Counter, Long> counters, long shares, boolean isLast) {
            var here = sums.computeIfAbsent(piece, empty -> new Sums(2 * COUNTERS.size()));
            for (int place = 0; place < COUNTERS.size(); place++) {
                var value = counters.get(COUNTERS.get(place));
                if (value != null) {
                    here.add(place, value / shares + (isLast ? value % shares : 0));
                    here.add(COUNTERS.size() + place, 1);
                }
            }
        }

        private Map<Counter, BigInteger> at(int piece) {
            var known = new EnumMap<Counter, BigInteger>(Counter.class);
            var here = sums.get(piece);
            if (here != null) {
                for (int place = 0; place < COUNTERS.size(); place++) {
                    if (here.at(COUNTERS.size() + place).signum() > 0) {
                        known.put(COUNTERS.get(place), here.at(place));
                    }
                }
            }
            return known;
        }

        /** Those gathered, beside what was sold in the same pieces. */
        public Curve curve(String currency, List<SalesPoint> sold) {
            var sales = new HashMap<Instant, SalesPoint>();
            sold.forEach(point -> sales.put(point.start(), point));
            return new Curve(
                    currency,
                    cut.step(),
                    IntStream.range(0, cut.pieces())
                            .mapToObj(piece -> piece(piece, sales))
                            .toList());
        }

        private Piece piece(int number, Map<Instant, SalesPoint> sales) {
            var start = cut.from().plus(cut.step().multipliedBy(number));
            return new Piece(sales.getOrDefault(start, new SalesPoint(start, NONE, NONE, NONE)), at(number));
        }
    }

    /** As the API calls them; unknown counters are null. */
    public Map<String, @Nullable Object> members() {
        var in = Amounts.in(currency);
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("currency", currency);
        members.put("stepMinutes", step.toMinutes());
        members.put("points", pieces.stream().map(piece -> piece.members(in)).toList());
        return members;
    }
}
