package io.factmatrix.deploy.local.demo;

import java.util.ArrayList;
import java.util.List;

/** The people of one shop. Who has bought once buys again more readily than a stranger, in whatever field: that is what is deposited. */
final class Audience {

    private static final double SEEN_BEFORE = 0.45;
    private static final double LOOKED_FIRST = 0.30;

    /** Before so many have bought, few can come back. */
    private static final double SETTLED = 6_000;

    private final Chance chance;
    private final String prefix;
    private final List<Integer> buyers = new ArrayList<>();
    private int people;

    Audience(Chance chance, String prefix) {
        this.chance = chance;
        this.prefix = prefix;
    }

    String passerBy() {
        return name(chance.happens(SEEN_BEFORE) ? acquaintance() : stranger());
    }

    /**
     * @param comesBack the part of those who have bought before
     */
    String buyer(double comesBack) {
        if (chance.happens(comesBack * Math.min(1, buyers.size() / SETTLED))) {
            return name(buyers.get(chance.below(buyers.size())));
        }
        var buyer = chance.happens(LOOKED_FIRST) ? acquaintance() : stranger();
        buyers.add(buyer);
        return name(buyer);
    }

    private int acquaintance() {
        return people == 0 ? stranger() : chance.below(people);
    }

    private int stranger() {
        return people++;
    }

    private String name(int number) {
        return prefix + "-" + (100_000 + number);
    }
}
