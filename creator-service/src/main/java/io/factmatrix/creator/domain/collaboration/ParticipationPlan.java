package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant says of a participation.
 *
 * @param contentDue by when content is to be linked; null when nobody has set a date
 * @param touchpoints the content of the creator for this collaboration
 */
public record ParticipationPlan(Sample sample, @Nullable Instant contentDue, List<String> touchpoints) {

    private static final int MOST_TOUCHPOINTS = 500;

    /** The members {@code sample}, {@code contentDue} and {@code touchpoints}. */
    public static ParticipationPlan read(Members members) throws Refused {
        return new ParticipationPlan(
                Sample.read(members.object("sample")),
                members.optionalTime("contentDue"),
                members.texts("touchpoints", MOST_TOUCHPOINTS));
    }
}
