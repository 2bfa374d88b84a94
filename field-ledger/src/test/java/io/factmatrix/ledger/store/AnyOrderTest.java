package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.testing.TestLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever the order, the repetition and the batching of a history: the same figures, and rollups that equal the facts. */
class AnyOrderTest {

    private static final TestLedger LEDGER = new TestLedger();

    @Property(tries = 30)
    void figuresDependOnTheSetOfEventsAlone(@ForAll long seed) {
        var random = new Random(seed);
        var history = history(random);
        var inOrder = sent(history, random, 1 + random.nextInt(20));
        var shuffled = new ArrayList<>(history);
        shuffled.addAll(history);
        shuffled.addAll(history);
        Collections.shuffle(shuffled, random);
        var again = sent(shuffled, random, 1 + random.nextInt(60));
        assertThat(LEDGER.figures(again)).isEqualTo(LEDGER.figures(inOrder));
    }

    /** The statements below are written from the definitions, over facts and states; nothing of the rollups' code is in them. */
    @Property(tries = 20)
    void rollupsEqualTheRecomputationFromFacts(@ForAll long seed) {
        var random = new Random(seed);
        var history = history(random);
        Collections.shuffle(history, random);
        var ledger = sent(history, random, 15);
        assertThat(all(
                        ledger,
                        "select concat_ws(' ', sum(gmv), sum(refunds), sum(units), sum(lines), sum(orders), sum(orders_of_touchpoint))"
                                + " from sales_rollup where currency = 'CNY'"))
                .isEqualTo(all(ledger, SALES_FROM_FACTS));
        assertThat(all(ledger, "select sum(views)::text from traffic_rollup"))
                .isEqualTo(
                        all(
                                ledger,
                                "select sum(counters[3])::text from event where type = 'traffic'"
                                        + " and not exists (select from event_state where event_state.event_id = event.event_id)"));
    }

    private static final String SALES_FROM_FACTS = """
            with counted as (
                select * from event
                where not exists (select from event_state where event_state.event_id = event.event_id)),
            paid as (
                select * from counted where type = 'order.paid' and not sample and currency = 'CNY'),
            refunded as (
                select counted.amount from counted join paid using (shop, order_id, line)
                where counted.type = 'order.refunded')
            select concat_ws(' ', (select sum(amount) from paid), (select coalesce(sum(amount), 0) from refunded),
                (select sum(quantity) from paid), (select count(*) from paid),
                (select count(distinct (shop, order_id)) from paid),
                (select count(distinct (shop, order_id, touchpoint)) from paid))
            """;

    private static String all(LedgerId ledger, String sql) {
        var jdbc = new JdbcTemplate(LEDGER.pool());
        return LEDGER.transactions()
                .read(ledger.merchant(), () -> Objects.requireNonNull(jdbc.queryForObject(sql, String.class)));
    }

    private static LedgerId sent(List<Event> events, Random random, int most) {
        var ledger = TestLedger.fresh();
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(most));
            assertThat(LEDGER.send(ledger, events.subList(from, to))).isSubsetOf("stored", "duplicate");
            from = to;
        }
        return ledger;
    }

    /** Orders of several lines, corrected and refunded; traffic corrected; costs settled. Nothing that any order rejects. */
    private static List<Event> history(Random random) {
        var history = new ArrayList<Event>();
        // So that every sum has something to sum.
        history.add(at(random, "paid", null, new Content.OrderPaid("first", "1", 1, new Money(1, "CNY"), false)));
        history.add(traffic(random, "seen", null));
        for (int order = 0; order < 12; order++) {
            for (int line = 1; line <= 1 + random.nextInt(3); line++) {
                addLine(random, history, "o-" + order, String.valueOf(line));
            }
        }
        for (int report = 0; report < 6; report++) {
            history.add(traffic(random, "t-" + report, null));
            if (random.nextBoolean()) {
                history.add(traffic(random, "t-" + report + "-b", "t-" + report));
            }
            history.add(at(random, "c-" + report, null, new Content.Cost("ads", yuan(random), true, null)));
            history.add(at(random, "s-" + report, null, new Content.Cost("ads", yuan(random), false, "c-" + report)));
        }
        return history;
    }

    private static void addLine(Random random, List<Event> history, String order, String line) {
        var currency = random.nextInt(4) == 0 ? "JPY" : "CNY";
        var id = order + "-" + line;
        @Nullable String replaced = null;
        for (int version = 0; version <= random.nextInt(3); version++) {
            var price = new Money(1_000 + random.nextInt(1_000), currency);
            var paid = new Content.OrderPaid(order, line, 1 + random.nextInt(3), price, random.nextInt(8) == 0);
            history.add(at(random, id + "-v" + version, replaced, paid));
            replaced = id + "-v" + version;
        }
        for (int refund = 0; refund < random.nextInt(3); refund++) {
            var money = new Money(1 + random.nextInt(400), currency);
            history.add(
                    at(random, id + "-r" + refund, null, new Content.OrderRefunded(order, line, money, null, null)));
        }
    }

    private static Money yuan(Random random) {
        return new Money(random.nextInt(10_000), "CNY");
    }

    private static Event traffic(Random random, String id, @Nullable String replaces) {
        var end = moment(random);
        var content = new Content.Traffic(
                end.minusSeconds(1 + random.nextInt(20_000)),
                Map.of(Counter.VIEWS, (long) random.nextInt(1_000)),
                Map.of());
        return new Event(id, Field.CREATOR, "t-1", "main", replaces, end, null, null, content);
    }

    private static Event at(Random random, String id, @Nullable String replaces, Content content) {
        return new Event(
                id,
                Field.CREATOR,
                "t-" + random.nextInt(3),
                "main",
                replaces,
                moment(random),
                "p-" + random.nextInt(3),
                random.nextInt(4) == 0 ? null : "a-" + random.nextInt(20),
                content);
    }

    private static Instant moment(Random random) {
        return TestLedger.DAY.plusSeconds(random.nextInt(20 * 86_400));
    }
}
