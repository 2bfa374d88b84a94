package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a rule asks of a session. */
public sealed interface Condition
        permits ForbiddenPhrases, MandatoryPhrases, ProductList, PriceBounds, DiscountBounds, RequiredAssets {

    Set<String> KINDS = Set.of(
            ForbiddenPhrases.KIND,
            MandatoryPhrases.KIND,
            ProductList.ALLOWED,
            ProductList.FORBIDDEN,
            PriceBounds.KIND,
            DiscountBounds.KIND,
            RequiredAssets.KIND);

    /** Where it is not kept. */
    List<Finding> findings(Preparation preparation);

    /** By the names of the API, from which {@link #read} makes it again. */
    Map<String, Object> members();

    /** The condition that an object describes; the members of each kind are those of its type. */
    static Condition read(Members members) throws Refused {
        var kind = members.word("kind", KINDS);
        return switch (kind) {
            case ForbiddenPhrases.KIND -> ForbiddenPhrases.of(members);
            case MandatoryPhrases.KIND -> MandatoryPhrases.of(members);
            case PriceBounds.KIND -> PriceBounds.of(members);
            case DiscountBounds.KIND -> DiscountBounds.of(members);
            case RequiredAssets.KIND -> RequiredAssets.of(members);
            default -> ProductList.of(members, kind.equals(ProductList.ALLOWED));
        };
    }
}
