package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a creator asks for a piece of content, whatever it sells.
 *
 * @param live for a live session; null when it is not known
 * @param video for a video; null when it is not known
 */
public record Prices(@Nullable Money live, @Nullable Money video) {

    /** The members {@code live} and {@code video}. */
    public static Prices read(Members members) throws Refused {
        var prices = new Prices(MoneyMember.optional(members, "live", 0), MoneyMember.optional(members, "video", 0));
        members.nothingLeft();
        return prices;
    }

    /** Null when it is not known. */
    public @Nullable Money of(Format format) {
        return switch (format) {
            case LIVE -> live;
            case VIDEO -> video;
        };
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("live", live == null ? null : live.members());
        members.put("video", video == null ? null : video.members());
        return members;
    }
}
