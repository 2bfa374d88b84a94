package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a creator gets to try; null is what has not happened, or what nobody has set a date for.
 *
 * @param due by when it is to be received
 */
public record Sample(
        @Nullable Instant shipped,
        @Nullable Instant received,
        @Nullable Instant due) {

    /** The members {@code shipped}, {@code received} and {@code due}. */
    public static Sample read(Members members) throws Refused {
        var sample = new Sample(
                members.optionalTime("shipped"), members.optionalTime("received"), members.optionalTime("due"));
        members.nothingLeft();
        var received = sample.received;
        if (received != null && (sample.shipped == null || received.isBefore(sample.shipped))) {
            throw members.invalid("received", received, "not before it was shipped");
        }
        return sample;
    }

    /** By when it is waited for; null when it is not, or for ever. */
    @Nullable Instant awaitedBy() {
        return received == null ? due : null;
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("shipped", shipped);
        members.put("received", received);
        members.put("due", due);
        return members;
    }
}
