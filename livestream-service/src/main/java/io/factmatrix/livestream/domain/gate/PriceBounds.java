package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import io.factmatrix.livestream.domain.rundown.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Products are offered at no less and no more; exactly that is kept. A price that is not known, or is in another currency, is not.
 *
 * @param products which it is about; none: all
 * @param floor null: none
 * @param ceiling in the floor's currency; null: none
 */
record PriceBounds(
        List<String> products,
        @Nullable Money floor,
        @Nullable Money ceiling) implements Condition {

    static final String KIND = "price-bounds";

    static PriceBounds of(Members members) throws Refused {
        var products = members.texts("products", ProductList.MOST);
        var floor = MoneyMember.optional(members, "floor", 0);
        var ceiling = MoneyMember.optional(members, "ceiling", 0);
        if (floor == null && ceiling == null) {
            throw members.invalid("floor", "absent", "a floor, a ceiling, or both");
        }
        if (floor != null && ceiling != null) {
            if (!floor.currency().equals(ceiling.currency())) {
                throw members.invalid("ceiling", ceiling.currency(), "the currency of the floor, " + floor.currency());
            }
            if (ceiling.minor() < floor.minor()) {
                throw members.invalid("ceiling", ceiling.decimal(), "at least the floor, " + floor.decimal());
            }
        }
        return new PriceBounds(products, floor, ceiling);
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
        if (price == null) {
            return Optional.of(finding(line, "unknown", "a price in " + currency(), "Say the price."));
        }
        if (!price.currency().equals(currency())) {
            return Optional.of(finding(line, shown(price), "in " + currency(), "Offer it in " + currency() + "."));
        }
        if (floor != null && price.minor() < floor.minor()) {
            return Optional.of(finding(
                    line, shown(price), "at least " + shown(floor), "Raise the price to " + shown(floor) + "."));
        }
        if (ceiling != null && price.minor() > ceiling.minor()) {
            return Optional.of(finding(
                    line, shown(price), "at most " + shown(ceiling), "Lower the price to " + shown(ceiling) + "."));
        }
        return Optional.empty();
    }

    private static Finding finding(Line line, String price, String expected, String fix) {
        return new Finding(line.id(), "price", "price: %s (expected: %s)".formatted(price, expected), fix);
    }

    private String currency() {
        return floor != null ? floor.currency() : ceiling != null ? ceiling.currency() : "";
    }

    private static String shown(Money money) {
        return money.decimal() + " " + money.currency();
    }

    @Override
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", KIND);
        members.put("products", products);
        if (floor != null) {
            members.put("floor", floor.members());
        }
        if (ceiling != null) {
            members.put("ceiling", ceiling.members());
        }
        return members;
    }
}
