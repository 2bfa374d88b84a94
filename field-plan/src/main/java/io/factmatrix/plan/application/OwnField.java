package io.factmatrix.plan.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Announcement;
import io.factmatrix.plan.domain.Announcements;
import io.factmatrix.plan.domain.KeptPromises;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.Rulebooks;
import io.factmatrix.plan.domain.Sight;
import io.factmatrix.plan.domain.Span;
import io.factmatrix.plan.domain.calendar.Calendar;
import io.factmatrix.plan.domain.calendar.CalendarEntry;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What is promised and planned in the field that is kept here. */
public final class OwnField {

    private final Field field;
    private final KeptPromises promises;
    private final Calendar calendar;
    private final Announcements announcements;
    private final Rulebooks rulebooks;
    private final MerchantTransactions transactions;
    private final StoreThreads readThreads;
    private final StoreThreads writeThreads;

    public OwnField(
            Field field,
            KeptPromises promises,
            Calendar calendar,
            Announcements announcements,
            Rulebooks rulebooks,
            MerchantTransactions transactions,
            StoreThreads readThreads,
            StoreThreads writeThreads) {
        this.field = field;
        this.promises = promises;
        this.calendar = calendar;
        this.announcements = announcements;
        this.rulebooks = rulebooks;
        this.transactions = transactions;
        this.readThreads = readThreads;
        this.writeThreads = writeThreads;
    }

    public Field field() {
        return field;
    }

    /** What is promised and announced, in one snapshot: what is announced in it is not kept in it, and what is kept is not announced. */
    public Mono<Sight> look(MerchantId merchant, Look look) {
        return read(merchant, () -> sight(merchant, look))
                .flatMap(seen -> seen.announced().old()
                        ? write(merchant, () -> removeOld(merchant)).then(read(merchant, () -> sight(merchant, look)))
                        : Mono.just(seen))
                .map(Seen::sight);
    }

    private record Seen(Sight sight, Announcements.Announced announced) {}

    private Seen sight(MerchantId merchant, Look look) {
        var announced = announcements.all(merchant);
        var kept = promises.list(merchant, look, "", Integer.MAX_VALUE);
        var rulebook = rulebooks.find(merchant, look.products()).orElse(null);
        return new Seen(new Sight(kept, announced.announcements(), rulebook), announced);
    }

    private boolean removeOld(MerchantId merchant) {
        announcements.removeOld(merchant);
        return true;
    }

    /** Seen by all who look from then on. */
    Mono<Boolean> announce(MerchantId merchant, Announcement announcement) {
        return write(merchant, () -> {
            announcements.add(merchant, announcement);
            return true;
        });
    }

    Mono<Boolean> withdraw(MerchantId merchant, String announcement) {
        return write(merchant, () -> announcements.remove(merchant, announcement));
    }

    /** Promises of at most so many sources, from that one on. */
    public Mono<List<Promise>> list(MerchantId merchant, Look look, String from, int sources) {
        return read(merchant, () -> promises.list(merchant, look, from, sources));
    }

    public Mono<List<CalendarEntry>> entries(MerchantId merchant, Span span) {
        return read(merchant, () -> calendar.entries(merchant, span));
    }

    private <T> Mono<T> read(MerchantId merchant, Supplier<T> work) {
        return readThreads.call(() -> transactions.read(merchant, work));
    }

    private <T> Mono<T> write(MerchantId merchant, Supplier<T> work) {
        return writeThreads.call(() -> transactions.write(merchant, work));
    }
}
