package io.factmatrix.livestream.domain.review;

import io.factmatrix.ledger.domain.Position;
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
 * @param position up to which it is complete
 */
public record Review(
        SessionFigures figures,
        WeakestStep onCounts,
        WeakestStep onPeople,
        List<ProductResult> products,
        Position position) {

    /**
     * @param before sums of the sessions that it is compared with
     */
    public static Review of(
            SessionFigures figures, List<PlaceSums> before, List<ProductResult> products, Position position) {
        return new Review(
                figures,
                WeakestStep.of(Basis.COUNTS, figures.own(), before),
                WeakestStep.of(Basis.PEOPLE, figures.own(), before),
                products,
                position);
    }

    /** The key figures, to be kept by whoever says that the session is reviewed. */
    public ReviewedFigures reviewed() {
        return ReviewedFigures.of(figures, position.watermark());
    }

    /** As the API calls them. */
    public Map<String, @Nullable Object> members() {
        var weakest = new LinkedHashMap<String, @Nullable Object>();
        weakest.put(Basis.COUNTS.word(), onCounts.members());
        weakest.put(Basis.PEOPLE.word(), onPeople.members());
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("figures", figures.members());
        members.put("weakestStep", weakest);
        members.put("products", products.stream().map(ProductResult::members).toList());
        members.put("asOf", position.recordedAt());
        members.put("watermark", String.valueOf(position.watermark()));
        return members;
    }
}
