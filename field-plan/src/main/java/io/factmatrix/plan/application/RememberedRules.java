package io.factmatrix.plan.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.GuardRules;
import io.factmatrix.plan.domain.KnownRules;
import io.factmatrix.plan.domain.Limit;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Outcome;
import io.factmatrix.plan.domain.Rulebook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rules as they were last seen, for when those who keep them do not answer. Forgotten with the process: then they are missing, and that is said. */
public final class RememberedRules {

    private static final int MOST_MERCHANTS = 10_000;
    private static final int MOST_PRODUCTS = 200_000;

    private final InstantSource clock;
    private final Cache<MerchantId, Seen> rules =
            Caffeine.newBuilder().maximumSize(MOST_MERCHANTS).build();
    private final Cache<ProductOf, Limit> limits =
            Caffeine.newBuilder().maximumSize(MOST_PRODUCTS).build();

    public RememberedRules(InstantSource clock) {
        this.clock = clock;
    }

    private record Seen(GuardRules rules, Instant at) {}

    private record ProductOf(MerchantId merchant, String product) {}

    /** Those that one of the fields answered, or the last. Where nobody was to be asked, the defaults are all that there is. */
    KnownRules of(MerchantId merchant, Look look, List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome instanceof Outcome.Seen seen
                        ? Optional.ofNullable(seen.sight().rulebook()).stream()
                        : Optional.<Rulebook>empty().stream())
                .findFirst()
                .map(book -> fresh(merchant, look, book))
                .orElseGet(() -> outcomes.stream().anyMatch(outcome -> outcome.field() == Field.CAMPAIGN)
                        ? last(merchant, look)
                        : new KnownRules(new Rulebook(GuardRules.DEFAULT, List.of()), "fresh", null));
    }

    private KnownRules fresh(MerchantId merchant, Look look, Rulebook book) {
        var now = clock.instant();
        rules.put(merchant, new Seen(book.rules(), now));
        products(look).forEach(product -> limits.put(new ProductOf(merchant, product), Limit.none(product)));
        book.limits().forEach(limit -> limits.put(new ProductOf(merchant, limit.product()), limit));
        return new KnownRules(book, "fresh", now);
    }

    private KnownRules last(MerchantId merchant, Look look) {
        var seen = rules.getIfPresent(merchant);
        var known = products(look).stream()
                .map(product -> limits.getIfPresent(new ProductOf(merchant, product)))
                .filter(Objects::nonNull)
                .toList();
        return seen == null
                ? new KnownRules(new Rulebook(GuardRules.DEFAULT, known), "missing", null)
                : new KnownRules(new Rulebook(seen.rules(), known), "stale", seen.at());
    }

    private static List<String> products(Look look) {
        return Objects.requireNonNullElse(look.products(), List.of());
    }
}
