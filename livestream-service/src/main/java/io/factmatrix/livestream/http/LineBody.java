package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.Segment;
import org.jspecify.annotations.Nullable;

/** What a line of a rundown says, as JSON. */
final class LineBody {

    private static final int LONGEST_TITLE = 120;
    private static final int MOST_SEGMENTS = 20;
    private static final int LONGEST_SEGMENT = 1_000;
    private static final long DAY = 24 * 60 * 60;

    private LineBody() {}

    static LineContent read(Members members) throws Refused {
        var product = members.optionalText("product");
        var content = new LineContent(
                product,
                members.optionalProse("title", LONGEST_TITLE),
                MoneyMember.optional(members, "price", 0),
                MoneyMember.optional(members, "listPrice", 1),
                members.optionalInteger("stock", 0),
                members.objects("segments", MOST_SEGMENTS, LineBody::segment),
                AssetBody.read(members));
        requireOffer(members, "price", content.price(), product);
        requireOffer(members, "listPrice", content.listPrice(), product);
        requireOffer(members, "stock", content.stock(), product);
        var price = content.price();
        var listPrice = content.listPrice();
        if (price != null && listPrice != null && !price.currency().equals(listPrice.currency())) {
            throw members.invalid("listPrice", listPrice.currency(), "the currency of the price, " + price.currency());
        }
        return content;
    }

    private static void requireOffer(Members members, String member, @Nullable Object given, @Nullable String product)
            throws Refused {
        if (given != null && product == null) {
            throw members.invalid(
                    member, given instanceof Money money ? money.decimal() : given, "none without a product");
        }
    }

    private static Segment segment(Members members) throws Refused {
        return new Segment(members.prose("text", LONGEST_SEGMENT), members.optionalInteger("seconds", 1, DAY));
    }
}
