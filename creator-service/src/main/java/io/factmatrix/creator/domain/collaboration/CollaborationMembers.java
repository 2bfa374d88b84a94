package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is said of a collaboration: from requests, and from where it is kept. */
public final class CollaborationMembers {

    private static final int LONGEST_NAME = 120;

    /** That of TikTok Shop for a targeted collaboration. */
    private static final int MOST_CREATORS = 50;

    private static final int MOST_PRODUCTS = 500;
    private static final String USUAL_CURRENCY = "CNY";
    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");

    private CollaborationMembers() {}

    /** All members of {@link CollaborationTerms#members()}. */
    public static CollaborationTerms read(Members members) throws Refused {
        var name = members.prose("name", LONGEST_NAME);
        var kind =
                members.word("kind", word -> Word.of(CollaborationKind.class, word), Word.all(CollaborationKind.class));
        var creators = creators(members, kind);
        var products = members.texts("products", MOST_PRODUCTS);
        var window = Span.read(members.object("window"));
        var currency = currency(members);
        return new CollaborationTerms(
                name,
                kind,
                creators,
                products,
                window,
                currency,
                Objects.requireNonNullElse(members.optionalZone("zone"), USUAL_ZONE),
                fee(members, currency),
                Rates.read(members, currency, window.start()));
    }

    private static List<CreatorId> creators(Members members, CollaborationKind kind) throws Refused {
        var creators = members.texts("creators", MOST_CREATORS);
        for (var creator : creators) {
            if (!NewIds.isValid(creator)) {
                throw members.invalid("creators", creator, "ids of creators");
            }
        }
        if (creators.isEmpty() == (kind == CollaborationKind.TARGETED)) {
            throw members.invalid(
                    "creators",
                    creators.size() + " creators",
                    kind == CollaborationKind.TARGETED ? "at least one" : "none, as any may take part in an open one");
        }
        return creators.stream().map(CreatorId::new).toList();
    }

    private static String currency(Members members) throws Refused {
        var currency = Objects.requireNonNullElse(members.optionalText("currency"), USUAL_CURRENCY);
        if (Money.digitsOf(currency).isEmpty()) {
            throw members.invalid("currency", currency, "an ISO 4217 currency");
        }
        return currency;
    }

    private static @Nullable Money fee(Members members, String currency) throws Refused {
        var fee = MoneyMember.optional(members, "fee", 1);
        if (fee != null && !fee.currency().equals(currency)) {
            throw members.invalid("fee", fee.currency(), currency + ", the currency of the collaboration");
        }
        return fee;
    }
}
