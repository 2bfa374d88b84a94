package io.factmatrix.ledger.testing;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Histories of a merchant in which the fields meet. */
public final class RandomHistory {

    private RandomHistory() {}

    /** Few orders and people in five fields, so that they meet; corrected, refunded, some of it samples. */
    public static List<Event> orders(Random random) {
        var history = new ArrayList<Event>();
        for (var field : Field.values()) {
            for (int order = 0; order < 6; order++) {
                for (int line = 0; line < 3; line++) {
                    if (random.nextInt(3) == 0) {
                        addLine(random, history, field, "o-" + order, String.valueOf(line));
                    }
                }
            }
        }
        return history;
    }

    private static void addLine(Random random, List<Event> history, Field field, String order, String line) {
        var id = order + "-" + line;
        var currency = random.nextInt(5) == 0 ? "JPY" : "CNY";
        @Nullable String replaced = null;
        for (int version = 0; version <= random.nextInt(3); version++) {
            var audience = random.nextInt(5) == 0 ? null : "a-" + random.nextInt(6);
            boolean sample = random.nextInt(5) == 0;
            history.add(order(
                    field, id + "-v" + version, replaced, order, line, random.nextInt(40), audience, currency, sample));
            replaced = id + "-v" + version;
        }
        if (random.nextBoolean() && currency.equals("CNY")) {
            history.add(refund(field, id + "-r", order, line, 1 + random.nextInt(100)));
        }
    }

    /** Traffic, costs and tickets of all fields; corrected and settled, in part. */
    public static List<Event> others(Random random) {
        var history = new ArrayList<Event>();
        for (var field : Field.values()) {
            for (int number = 0; number < 4; number++) {
                @Nullable String replaced = null;
                for (int version = 0; version <= random.nextInt(3); version++) {
                    var id = "t-" + number + "-v" + version;
                    int hour = 1 + random.nextInt(40);
                    var views = random.nextBoolean()
                            ? Map.of(Counter.VIEWS, 0L + random.nextInt(900))
                            : Map.<Counter, Long>of();
                    var traffic = new Content.Traffic(at(hour - 1).plusSeconds(60), views, Map.of());
                    history.add(event(field, id, replaced, "t-" + number % 3, hour, traffic));
                    replaced = id;
                }
                var ads = new Money(1 + random.nextInt(900), random.nextInt(4) == 0 ? "JPY" : "CNY");
                history.add(event(field, "c-" + number, null, "t-1", number, new Content.Cost("ads", ads, true, null)));
                if (random.nextBoolean()) {
                    var settled = new Content.Cost("ads", new Money(5, "CNY"), false, "c-" + number);
                    history.add(event(field, "s-" + number, null, "t-2", number + 3, settled));
                }
                history.add(event(field, "k-" + number, null, "t-0", number * 9, new Content.Service("praise", null)));
            }
        }
        return history;
    }

    public static Event order(
            Field field,
            String id,
            @Nullable String replaces,
            String order,
            String line,
            int hour,
            @Nullable String audience,
            String currency,
            boolean sample) {
        var content = new Content.OrderPaid(order, line, 1, new Money(100, currency), sample);
        return new Event(id, field, "t-" + hour % 3, "main", replaces, at(hour), "p-" + hour % 2, audience, content);
    }

    public static Event refund(Field field, String id, String order, String line, long fen) {
        var content = new Content.OrderRefunded(order, line, new Money(fen, "CNY"), null, null);
        return new Event(id, field, null, "main", null, at(50), null, null, content);
    }

    private static Event event(
            Field field, String id, @Nullable String replaces, String touchpoint, int hour, Content content) {
        return new Event(id, field, touchpoint, "main", replaces, at(hour), "p-" + hour % 2, null, content);
    }

    private static Instant at(int hour) {
        return TestLedger.DAY.plusSeconds(hour * 3_600L);
    }

    /** Orders and all else of a new merchant, in any order, taken in by all of its fields. */
    public static TestMerchant sent(TestLedger ledger, Random random) {
        var history = new ArrayList<>(orders(random));
        history.addAll(others(random));
        Collections.shuffle(history, random);
        var merchant = new TestMerchant(ledger);
        merchant.send(history.toArray(Event[]::new));
        merchant.settle();
        return merchant;
    }
}
