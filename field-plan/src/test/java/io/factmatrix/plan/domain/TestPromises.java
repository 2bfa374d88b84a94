package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Promises of June 2026, by days. */
public final class TestPromises {

    private TestPromises() {}

    public static Span days(int from, int to) {
        return new Span(day(from), day(to));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-06-%02dT00:00:00Z".formatted(day));
    }

    public static Promise line(
            @Nullable String id, String product, @Nullable Money price, @Nullable Long stock, Span span) {
        var source = new Source(Field.LIVESTREAM, SourceKind.RUNDOWN_LINE, id, "session");
        return new Promise(PromiseKind.GOODS, source, "touchpoint", "main", product, price, stock, span);
    }

    static Promise offer(String id, String product, @Nullable Money price, @Nullable Long stock, Span span) {
        var source = new Source(Field.CAMPAIGN, SourceKind.OFFER, id, null);
        return new Promise(PromiseKind.GOODS, source, null, null, product, price, stock, span);
    }

    public static Promise clause(
            PromiseKind kind, @Nullable String id, String product, @Nullable Money price, Span span) {
        var source = new Source(Field.KOL, SourceKind.ENGAGEMENT, id, "kol");
        return new Promise(kind, source, "night", "main", product, price, null, span);
    }

    static Promise burst(@Nullable String id, @Nullable String shop, Span span) {
        var source = new Source(Field.CAMPAIGN, SourceKind.CAMPAIGN, id, null);
        return new Promise(PromiseKind.BURST, source, null, shop, null, null, null, span);
    }

    public static Money cny(long minor) {
        return new Money(minor, "CNY");
    }
}
