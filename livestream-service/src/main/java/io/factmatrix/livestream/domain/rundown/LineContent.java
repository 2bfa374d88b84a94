package io.factmatrix.livestream.domain.rundown;

import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.livestream.domain.session.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a rundown says: a product and how it is offered, or, without a product, only what is said.
 *
 * @param price it is offered at; null when it is not known yet
 * @param listPrice it is offered at elsewhere, in the same currency, not 0; null when it is not known
 * @param stock for this session; null when nobody said
 */
public record LineContent(
        @Nullable String product,
        @Nullable String title,
        @Nullable Money price,
        @Nullable Money listPrice,
        @Nullable Long stock,
        List<Segment> segments,
        List<Asset> assets) {

    private static final int DIGITS_OF_A_SHARE = 6;

    public LineContent {
        segments = List.copyOf(segments);
        assets = List.copyOf(assets);
    }

    /** The share of the list price that is taken off, as it is shown: HALF_UP to six decimals; null where a price is not known. */
    public @Nullable BigDecimal discount() {
        if (price == null || listPrice == null) {
            return null;
        }
        return BigDecimal.valueOf(listPrice.minor())
                .subtract(BigDecimal.valueOf(price.minor()))
                .divide(BigDecimal.valueOf(listPrice.minor()), DIGITS_OF_A_SHARE, RoundingMode.HALF_UP);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("product", product);
        members.put("title", title);
        members.put("price", shown(price));
        members.put("listPrice", shown(listPrice));
        members.put("discount", discount());
        members.put("stock", stock);
        members.put("segments", segments.stream().map(Segment::members).toList());
        members.put("assets", assets.stream().map(Asset::members).toList());
        return members;
    }

    private static @Nullable Map<String, Object> shown(@Nullable Money money) {
        return money == null ? null : money.members();
    }
}
