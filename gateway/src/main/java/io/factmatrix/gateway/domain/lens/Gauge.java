package io.factmatrix.gateway.domain.lens;

import io.factmatrix.gateway.domain.Members;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure that stands for a letter, or its ratio to another one.
 *
 * @param figure one of {@link FigureNames#isFigure}
 * @param over what it is divided by, as is a sum by a sum; null when the figure itself is shown
 * @param low below which it is low; null for nowhere
 * @param high above which it is high; null for nowhere
 */
public record Gauge(
        String figure,
        @Nullable String over,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    static Gauge of(String figure) {
        return new Gauge(figure, null, null, null);
    }

    static Gauge of(String figure, String over) {
        return new Gauge(figure, over, null, null);
    }

    /** As the API calls them. */
    public Map<String, @Nullable Object> members() {
        return new Members()
                .add("figure", figure)
                .add("over", over)
                .add("low", low)
                .add("high", high)
                .object();
    }
}
