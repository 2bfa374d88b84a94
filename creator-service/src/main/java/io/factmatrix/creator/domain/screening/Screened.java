package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.Creator;
import io.factmatrix.creator.domain.creator.CreatorId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A creator who suits.
 *
 * @param undecided criteria of which nobody knows whether they are met
 */
public record Screened(Creator creator, Score score, List<String> undecided) {

    /**
     * A place among those who suit: the better first, by what is sure; of equals the one who was added first.
     *
     * @param score the lower end
     */
    public record Rank(BigDecimal score, CreatorId creator) implements Comparable<Rank> {

        private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::score)
                .reversed()
                .thenComparing(rank -> rank.creator().value());

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    public Rank rank() {
        return new Rank(score.figure().lower(), creator.id());
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var profile = creator.profile();
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("creator", creator.id());
        members.put("name", profile.name());
        members.put("platform", profile.account().platform());
        members.put("handle", profile.account().handle());
        members.put("tier", profile.tier());
        var bounds = new LinkedHashMap<String, Object>();
        bounds.put("lower", score.figure().lower().toPlainString());
        bounds.put("upper", score.figure().upper().toPlainString());
        members.put("score", bounds);
        members.put("parts", score.parts().stream().map(ScoredPart::members).toList());
        members.put("unknown", score.unknown());
        members.put("undecided", undecided);
        return members;
    }
}
