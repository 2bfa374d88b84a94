package io.factmatrix.ledger.testing;

import io.factmatrix.ledger.application.Correcting;
import io.factmatrix.ledger.application.Replaying;
import io.factmatrix.ledger.application.Settling;
import io.factmatrix.ledger.domain.Facts;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.State;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.domain.settlement.Part;
import io.factmatrix.ledger.domain.settlement.Standing;
import io.factmatrix.ledger.store.PostgresFeeds;
import io.factmatrix.ledger.store.PostgresFigures;
import io.factmatrix.ledger.store.PostgresHistory;
import io.factmatrix.ledger.store.PostgresLedgers;
import io.factmatrix.ledger.store.PostgresSettlements;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The five ledgers of one merchant, which settle when the test says so. */
public final class TestMerchant {

    private final TestLedger ledger;
    private final LedgerId any = TestLedger.fresh();
    private final PostgresFeeds feeds;
    private final Settling settling;
    private final Replaying replaying;
    private final Correcting correcting;

    public TestMerchant(TestLedger ledger) {
        var jdbc = ledger.jdbc();
        this.ledger = ledger;
        this.feeds = new PostgresFeeds(jdbc);
        var history = new PostgresHistory(jdbc);
        this.replaying = new Replaying(
                new PostgresLedgers(jdbc),
                history,
                new PostgresFigures(jdbc),
                new NoOtherLedgers(),
                EnumSet.allOf(Field.class),
                ledger.transactions(),
                ledger.threads());
        this.correcting = new Correcting(history, replaying, ledger.transactions(), ledger.threads());
        this.settling =
                new Settling(new PostgresLedgers(jdbc), new PostgresSettlements(jdbc), feeds, ledger.transactions());
    }

    public LedgerId of(Field field) {
        return new LedgerId(any.merchant(), field);
    }

    /** Sends each to the ledger of its field; nothing of it may be rejected. */
    public void send(Event... events) {
        for (var field : Field.values()) {
            var own = Arrays.stream(events)
                    .filter(event -> event.field() == field)
                    .toList();
            if (!own.isEmpty()) {
                ledger.send(of(field), own).stream()
                        .filter(word -> !word.equals("stored") && !word.equals("duplicate"))
                        .findFirst()
                        .ifPresent(word -> {
                            throw new IllegalArgumentException(word + ": " + own);
                        });
            }
        }
    }

    /** Every ledger takes in everything, until nothing is left. */
    public void settle() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (var field : Field.values()) {
                for (var source : Field.values()) {
                    for (var feed : Feed.followed(field, source)) {
                        moved |= take(field, source, feed, Settling.PART);
                    }
                }
            }
        }
    }

    /** Some ledgers take in a little of something. */
    public void settleSomewhat(Random random) {
        var fields = Field.values();
        for (int step = random.nextInt(20); step > 0; step--) {
            var field = fields[random.nextInt(fields.length)];
            var source = fields[random.nextInt(fields.length)];
            for (var feed : Feed.followed(field, source)) {
                take(field, source, feed, 1 + random.nextInt(3));
            }
        }
    }

    /** Whether that changed how far it has come. */
    private boolean take(Field field, Field source, Feed feed, int limit) {
        var own = of(field);
        var begun = settling.cursor(own, source, feed);
        if (begun.isEmpty()) {
            return false;
        }
        var from = begun.get();
        var merchant = own.merchant();
        if (field == source) {
            settling.takeInOwn(own, from);
        } else if (feed == Feed.FIRSTS) {
            var part = ledger.transactions().read(merchant, () -> feeds.firsts(of(source), from.position(), limit));
            settling.takeInFirsts(own, source, from, part);
            settling.takeInFirsts(own, source, from, part);
        } else {
            var part = feed == Feed.LINES
                    ? ledger.transactions().read(merchant, () -> feeds.lines(of(source), from.position(), limit))
                    : shared(source, from.position(), limit);
            settling.takeIn(own, source, feed, from, part);
            settling.takeIn(own, source, feed, from, part);
        }
        return !settling.cursor(own, source, feed).equals(begun);
    }

    public Part<PaidLine> shared(Field source, long after, int limit) {
        return ledger.transactions().read(any.merchant(), () -> feeds.shared(of(source), after, limit));
    }

    public Figures figures(Field field) {
        return ledger.figures(of(field));
    }

    public Figures figures(Field field, Window window) {
        return Objects.requireNonNull(
                        ledger.reading().figures(of(field), window).block())
                .figures();
    }

    /** Seals the ledgers; how far they had come, or null when the moment is not past. */
    public @Nullable Map<Field, Standing> standings(Instant moment) {
        return replaying.standings(any.merchant(), moment).block();
    }

    public FieldFigures figures(Field field, Window window, Instant moment) {
        return Objects.requireNonNull(
                replaying.figures(of(field), window, moment).block());
    }

    public Correcting.Page corrections(Field field, Correcting.Request request) {
        return Objects.requireNonNull(correcting.corrections(of(field), request).block());
    }

    /** All that is recorded of a field, in recorded order. */
    public List<Fact> recorded(Field field) {
        return Objects.requireNonNull(ledger.reading()
                        .pages(of(field), 0, Long.MAX_VALUE)
                        .flatMapIterable(page -> page)
                        .collectList()
                        .block())
                .stream()
                .map(Facts.Stated::fact)
                .toList();
    }

    public State state(Field field, String id) {
        return ledger.state(of(field), id);
    }
}
