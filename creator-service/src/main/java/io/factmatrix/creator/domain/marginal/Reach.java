package io.factmatrix.creator.domain.marginal;

import io.factmatrix.creator.domain.creator.Tier;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom creators reach, and whom of them nobody else does. It is shown each person with each touchpoint that reached them, all of one person together; of the
 * people it keeps only how many there are.
 */
public final class Reach {

    private final List<LinkedCreator> creators;
    private final Map<String, Integer> creatorOf = new HashMap<>();
    private final long[] first;
    private final long[] alone;
    private final TreeMap<Integer, Long> byCreators = new TreeMap<>();
    private final Map<Tier, TreeMap<Integer, Long>> byCreatorsOfTier = new EnumMap<>(Tier.class);
    private final BitSet present = new BitSet();
    private @Nullable String person;

    public Reach(List<LinkedCreator> creators) {
        this.creators = creators;
        this.first = new long[creators.size()];
        this.alone = new long[creators.size()];
        for (int at = 0; at < creators.size(); at++) {
            for (var touchpoint : creators.get(at).touchpoints()) {
                creatorOf.put(touchpoint, at);
            }
        }
    }

    /** The next of those who were reached. */
    public void add(String reached, String touchpoint) {
        if (!reached.equals(person)) {
            count();
            person = reached;
        }
        var creator = creatorOf.get(touchpoint);
        if (creator != null) {
            present.set(creator);
        }
    }

    /** The last of them was shown. */
    public void end() {
        count();
        person = null;
    }

    private void count() {
        if (present.isEmpty()) {
            return;
        }
        first[present.nextSetBit(0)]++;
        int many = present.cardinality();
        if (many == 1) {
            alone[present.nextSetBit(0)]++;
        }
        byCreators.merge(many, 1L, Long::sum);
        countTiers();
        present.clear();
    }

    private void countTiers() {
        var tiers = new EnumMap<Tier, Integer>(Tier.class);
        present.stream().forEach(at -> tiers.merge(creators.get(at).tier(), 1, Integer::sum));
        tiers.forEach((tier, many) ->
                byCreatorsOfTier.computeIfAbsent(tier, none -> new TreeMap<>()).merge(many, 1L, Long::sum));
    }

    /** How many people nobody reached before that creator came. */
    long first(int creator) {
        return first[creator];
    }

    /** How many people that creator alone reached. */
    long alone(int creator) {
        return alone[creator];
    }

    /** How many people were reached by so many creators. */
    Map<Integer, Long> byCreators() {
        return byCreators;
    }

    /** How many people were reached by so many creators of that tier. */
    Map<Integer, Long> byCreators(Tier tier) {
        return byCreatorsOfTier.getOrDefault(tier, new TreeMap<>());
    }
}
