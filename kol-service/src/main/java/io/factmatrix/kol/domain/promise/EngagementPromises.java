package io.factmatrix.kol.domain.promise;

import io.factmatrix.kol.domain.engagement.Clause;
import io.factmatrix.kol.domain.engagement.ClauseKind;
import io.factmatrix.kol.domain.engagement.Engagement;
import io.factmatrix.kol.domain.engagement.EngagementState;
import io.factmatrix.kol.domain.engagement.PromisedProduct;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.PromiseKind;
import io.factmatrix.plan.domain.Source;
import io.factmatrix.plan.domain.SourceKind;
import io.factmatrix.plan.domain.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An engagement promises its products in its slot from its signature until it is settled, and its clauses for as long as they say. */
public final class EngagementPromises {

    private EngagementPromises() {}

    public static List<Promise> of(Engagement engagement) {
        var state = engagement.state();
        var goods = state == EngagementState.SIGNED || state == EngagementState.LIVE
                ? engagement.terms().products().stream().map(promised -> goods(engagement, promised))
                : Stream.<Promise>empty();
        var clauses = state.isBinding()
                ? engagement.terms().clauses().stream().flatMap(clause -> clause(engagement, clause))
                : Stream.<Promise>empty();
        return Stream.concat(goods, clauses).toList();
    }

    private static Promise goods(Engagement engagement, PromisedProduct promised) {
        return promise(
                PromiseKind.GOODS,
                engagement,
                promised.product(),
                promised.price(),
                promised.stock(),
                engagement.terms().slot());
    }

    private static Stream<Promise> clause(Engagement engagement, Clause clause) {
        return clause.kind() == ClauseKind.PRICE_PROTECTION
                ? engagement.terms().products().stream()
                        .filter(promised -> clause.products().contains(promised.product()))
                        .map(promised -> promise(
                                PromiseKind.PRICE_PROTECTION,
                                engagement,
                                promised.product(),
                                promised.price(),
                                null,
                                clause.span()))
                : exclusive(engagement, clause)
                        .map(product ->
                                promise(PromiseKind.EXCLUSIVITY, engagement, product, null, null, clause.span()));
    }

    /** Products of other fields have no category: to them a category means what the engagement has of it. */
    private static Stream<String> exclusive(Engagement engagement, Clause clause) {
        var ofCategories =
                engagement.terms().products().stream().filter(clause::names).map(PromisedProduct::product);
        return Stream.concat(clause.products().stream(), ofCategories).distinct();
    }

    private static Promise promise(
            PromiseKind kind,
            Engagement engagement,
            String product,
            @Nullable Money price,
            @Nullable Long stock,
            Span span) {
        var terms = engagement.terms();
        return new Promise(
                kind,
                new Source(
                        Field.KOL,
                        SourceKind.ENGAGEMENT,
                        engagement.id().value(),
                        terms.kol().value()),
                engagement.touchpoint(),
                terms.shop(),
                product,
                price,
                stock,
                span);
    }
}
