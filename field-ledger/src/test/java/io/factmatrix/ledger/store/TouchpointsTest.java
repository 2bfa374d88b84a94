package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.People;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.Step;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.order.Order;
import io.factmatrix.ledger.domain.touchpoint.Place;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import io.factmatrix.ledger.domain.touchpoint.ProductSums;
import io.factmatrix.ledger.domain.touchpoint.SalesPoint;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import io.factmatrix.ledger.testing.RandomHistory;
import io.factmatrix.ledger.testing.TestLedger;
import io.factmatrix.ledger.testing.TestMerchant;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of a touchpoint is what the view shows of it. */
class TouchpointsTest {

    private static final TestLedger LEDGER = new TestLedger();
    private static final Touchpoints TOUCHPOINTS = new PostgresTouchpoints(LEDGER.jdbc());
    private static final Instant FROM = TestLedger.DAY.minusSeconds(86_400);
    private static final Instant TO = TestLedger.DAY.plusSeconds(20 * 86_400);
    private static final List<Place> PLACES =
            Stream.of("t-0", "t-1", "t-2").map(name -> new Place("main", name)).toList();

    private static <T> T read(TestMerchant merchant, Supplier<T> work) {
        return LEDGER.transactions().read(merchant.of(Field.KOL).merchant(), work);
    }

    @ParameterizedTest
    @CsvSource({"1, CNY", "2, CNY", "3, JPY", "4, CNY", "5, JPY", "6, CNY"})
    void whatIsReadOfATouchpointIsWhatTheViewShowsOfIt(int seed, String currency) {
        var merchant = sent(new Random(seed));
        for (var field : Field.values()) {
            var ledger = merchant.of(field);
            var sums = read(merchant, () -> TOUCHPOINTS.sums(ledger, PLACES, currency));
            for (var place : PLACES) {
                var seen = merchant.figures(field, window(place, currency, null));
                assertThat(read(merchant, () -> TOUCHPOINTS.figures(ledger, place, currency)))
                        .isEqualTo(seen);
                var own = sums.get(PLACES.indexOf(place));
                assertThat(own.gmv()).isEqualTo(seen.gmv());
                assertThat(own.orders()).isEqualTo(seen.orders());
                assertThat(own.traffic()).isEqualTo(values(seen));
                assertThat(trafficOf(merchant, field, place)).isEqualTo(own.traffic());
                assertThat(read(merchant, () -> TOUCHPOINTS.products(ledger, place, currency)))
                        .isEqualTo(products(merchant, field, place, currency));
                assertThat(read(
                                merchant,
                                () -> TOUCHPOINTS.sales(ledger, place, currency, FROM, TO, Duration.ofMinutes(15))))
                        .isEqualTo(series(merchant, field, place, currency));
                assertThat(read(merchant, () -> TOUCHPOINTS.repeatBuyers(ledger, place, currency)))
                        .isEqualTo(repeatBuyers(merchant, field, place, currency));
            }
        }
    }

    private static Window window(Place place, String currency, @Nullable String product) {
        return new Window(FROM, TO, currency, place.shop(), product, place.touchpoint());
    }

    private static Map<Counter, BigInteger> values(Figures figures) {
        return figures.traffic().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, reported -> reported.getValue().value()));
    }

    private static Map<Counter, BigInteger> trafficOf(TestMerchant merchant, Field field, Place place) {
        var sums = new HashMap<Counter, BigInteger>();
        read(merchant, () -> {
            TOUCHPOINTS.traffic(
                    merchant.of(field),
                    place,
                    FROM,
                    TO,
                    event -> ((Content.Traffic) event.content())
                            .counters()
                            .forEach((counter, value) ->
                                    sums.merge(counter, BigInteger.valueOf(value), BigInteger::add)));
            return sums;
        });
        return sums;
    }

    private static Map<String, ProductSums> products(TestMerchant merchant, Field field, Place place, String currency) {
        var products = new TreeMap<String, ProductSums>();
        for (var product : List.of("p-0", "p-1", "p-2")) {
            var figures = merchant.figures(field, window(place, currency, product));
            if (figures.paidLines().signum() > 0 || figures.refunds().signum() > 0) {
                products.put(
                        product, new ProductSums(figures.gmv(), figures.refunds(), figures.units(), figures.orders()));
            }
        }
        return products;
    }

    private static List<SalesPoint> series(TestMerchant merchant, Field field, Place place, String currency) {
        return Objects.requireNonNull(LEDGER.reading()
                        .series(
                                merchant.of(field),
                                window(place, currency, null),
                                Step.QUARTER_HOUR,
                                ZoneOffset.UTC,
                                false)
                        .block())
                .points()
                .stream()
                .filter(point -> point.figures().paidLines().signum() > 0)
                .map(TouchpointsTest::point)
                .toList();
    }

    private static SalesPoint point(Point point) {
        var figures = point.figures();
        return new SalesPoint(point.start(), figures.gmv(), figures.units(), figures.orders());
    }

    /** From the events and their states, and nothing that was derived. */
    private static BigInteger repeatBuyers(TestMerchant merchant, Field field, Place place, String currency) {
        var lines = Arrays.stream(Field.values())
                .flatMap(any -> merchant.recorded(any).stream().map(Fact::event))
                .filter(event -> event.content() instanceof Content.OrderPaid paid && !paid.sample())
                .filter(event -> merchant.state(event.field(), event.id()) == State.COUNTED)
                .sorted(Order.EARLIEST)
                .toList();
        var firsts = new HashMap<String, Event>();
        var buyers = new HashSet<String>();
        for (var line : lines) {
            var audience = line.audience();
            if (audience != null) {
                firsts.putIfAbsent(audience, line);
                if (isAt(line, field, place)
                        && ((Content.OrderPaid) line.content())
                                .amount()
                                .currency()
                                .equals(currency)) {
                    buyers.add(audience);
                }
            }
        }
        return BigInteger.valueOf(buyers.stream()
                .map(firsts::get)
                .filter(first -> !isAt(Objects.requireNonNull(first), field, place))
                .count());
    }

    private static boolean isAt(Event event, Field field, Place place) {
        return event.field() == field
                && place.touchpoint().equals(event.touchpoint())
                && place.shop().equals(event.shop());
    }

    private static TestMerchant sent(Random random) {
        var history = new ArrayList<>(RandomHistory.orders(random));
        history.addAll(RandomHistory.others(random));
        Collections.shuffle(history, random);
        var merchant = new TestMerchant(LEDGER);
        merchant.send(history.toArray(Event[]::new));
        merchant.settle();
        return merchant;
    }

    private static Event people(String id, @Nullable String replaces, String shop, Map<People, Long> people) {
        var content = new Content.Traffic(TestLedger.DAY, Map.of(), people);
        return new Event(
                id, Field.LIVESTREAM, "t-1", shop, replaces, TestLedger.DAY.plusSeconds(60), null, null, content);
    }

    @Test
    void peopleAreThoseOfReportsThatCountAndUnknownWhereNobodyReportedThem() {
        var merchant = new TestMerchant(LEDGER);
        merchant.send(
                people("a", null, "main", Map.of(People.EXPOSED, 100L, People.ENTERED, 0L)),
                people("b", null, "main", Map.of(People.EXPOSED, 50L, People.BOUGHT, 2L)),
                people("c", "b", "main", Map.of(People.EXPOSED, 30L, People.BOUGHT, 1L)),
                people("d", null, "other", Map.of(People.SAW_PRODUCT, 7L)));
        var places = List.of(new Place("main", "t-1"), new Place("none", "t-1"), new Place("other", "t-1"));
        Function<Map<People, Long>, PlaceSums> only = people -> new PlaceSums(
                BigInteger.ZERO,
                BigInteger.ZERO,
                Map.of(),
                people.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, head -> BigInteger.valueOf(head.getValue()))));
        assertThat(read(merchant, () -> TOUCHPOINTS.sums(merchant.of(Field.LIVESTREAM), places, "CNY")))
                .containsExactly(
                        only.apply(Map.of(People.EXPOSED, 130L, People.ENTERED, 0L, People.BOUGHT, 1L)),
                        only.apply(Map.of()),
                        only.apply(Map.of(People.SAW_PRODUCT, 7L)));
    }
}
