package io.factmatrix.livestream.domain.review;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.settlement.Standing;
import io.factmatrix.ledger.domain.touchpoint.PlaceSums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The review of a session: all of it as of one moment.
 *
 * @param onCounts the weakest step of the four rates of the view
 * @param onPeople the weakest step of the 四率; never mixed with the other
 * @param standing how far the ledger had come, and how far it had taken in the others
 */
public record Review(
        SessionFigures figures,
        WeakestStep onCounts,
        WeakestStep onPeople,
        List<ProductResult> products,
        Standing standing) {

    /**
     * @param before sums of the sessions that it is compared with
     */
    public static Review of(
            SessionFigures figures, List<PlaceSums> before, List<ProductResult> products, Standing standing) {
        return new Review(
                figures,
                WeakestStep.of(Basis.COUNTS, figures.own(), before),
                WeakestStep.of(Basis.PEOPLE, figures.own(), before),
                products,
                standing);
    }

    /** The key figures, to be kept by whoever says that the session is reviewed. */
    public ReviewedFigures reviewed() {
        return ReviewedFigures.of(figures, standing.position().watermark());
    }

    /** Whether orders of this ledger are not yet looked at for who is new: {@code newBuyers} and {@code repeatBuyers} are about to grow. */
    public boolean isSettling() {
        return standing.settledTo().getOrDefault(Field.LIVESTREAM, 0L)
                < standing.position().watermark();
    }

    /** As the API calls them; {@code settledTo} as in the view: up to which watermark of each ledger its events are taken in. */
    public Map<String, @Nullable Object> members() {
        var settledTo = new LinkedHashMap<String, @Nullable Object>();
        standing.settledTo().forEach((field, watermark) -> settledTo.put(field.word(), String.valueOf(watermark)));
        var weakest = new LinkedHashMap<String, @Nullable Object>();
        weakest.put(Basis.COUNTS.word(), onCounts.members());
        weakest.put(Basis.PEOPLE.word(), onPeople.members());
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("figures", figures.members());
        members.put("weakestStep", weakest);
        members.put("products", products.stream().map(ProductResult::members).toList());
        members.put("asOf", standing.position().recordedAt());
        members.put("watermark", String.valueOf(standing.position().watermark()));
        members.put("settledTo", settledTo);
        members.put("settling", isSettling());
        return members;
    }
}
