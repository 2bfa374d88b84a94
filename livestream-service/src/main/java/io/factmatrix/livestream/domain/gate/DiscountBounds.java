package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.livestream.domain.rundown.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of the list price no less and no more is taken off; exactly that is kept, compared without rounding. Where a price is not known it is not.
 *
 * @param products which it is about; none: all
 * @param floor the least share that is taken off; null: none
 * @param ceiling the largest; null: none
 */
record DiscountBounds(
        List<String> products,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal ceiling) implements Condition {

    static final String KIND = "discount-bounds";

    static DiscountBounds of(Members members) throws Refused {
        var products = members.texts("products", ProductList.MOST);
        var floor = members.optionalShare("floor");
        var ceiling = members.optionalShare("ceiling");
        if (floor == null && ceiling == null) {
            throw members.invalid("floor", "absent", "a floor, a ceiling, or both");
        }
        if (floor != null && ceiling != null && ceiling.compareTo(floor) < 0) {
            throw members.invalid("ceiling", ceiling, "at least the floor, " + floor.toPlainString());
        }
        return new DiscountBounds(products, plain(floor), plain(ceiling));
    }

    /** 0.50 is 0.5: equal shares make equal rules. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal share) {
        return share == null ? null : new BigDecimal(share.stripTrailingZeros().toPlainString());
    }

    @Override
    public List<Finding> findings(Preparation preparation) {
        var findings = new ArrayList<Finding>();
        for (var line : preparation.offers(Set.copyOf(products))) {
            finding(line).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> finding(Line line) {
        var price = line.content().price();
        var listPrice = line.content().listPrice();
        if (price == null || listPrice == null) {
            return Optional.of(finding(
                    line,
                    "unknown",
                    "a price and a list price",
                    "Say the " + (price == null ? "price." : "listPrice.")));
        }
        var list = BigDecimal.valueOf(listPrice.minor());
        var takenOff = list.subtract(BigDecimal.valueOf(price.minor()));
        if (floor != null && takenOff.compareTo(floor.multiply(list)) < 0) {
            return Optional.of(finding(
                    line, shown(line), "at least " + floor.toPlainString(), "Lower the price, or the rule's floor."));
        }
        if (ceiling != null && takenOff.compareTo(ceiling.multiply(list)) > 0) {
            return Optional.of(finding(
                    line,
                    shown(line),
                    "at most " + ceiling.toPlainString(),
                    "Raise the price, or the rule's ceiling."));
        }
        return Optional.empty();
    }

    /** With the prices, for a rounded share may look like the bound. */
    private static String shown(Line line) {
        var content = line.content();
        return "%s, %s of %s"
                .formatted(
                        content.discount(),
                        content.price() == null ? "" : content.price().decimal(),
                        content.listPrice() == null ? "" : content.listPrice().decimal());
    }

    private static Finding finding(Line line, String discount, String expected, String fix) {
        return new Finding(line.id(), "discount", "discount: %s (expected: %s)".formatted(discount, expected), fix);
    }

    @Override
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", KIND);
        members.put("products", products);
        if (floor != null) {
            members.put("floor", floor);
        }
        if (ceiling != null) {
            members.put("ceiling", ceiling);
        }
        return members;
    }
}
