package io.factmatrix.deploy.local.demo;

import java.util.ArrayList;
import java.util.List;

/** The people. Who has bought once buys again more readily than a stranger does: that is what is deposited. */
final class Audience {

    private static final int STRANGERS = 40_000;
    private static final double COMES_BACK = 0.34;

    private final Chance chance;
    private final List<String> buyers = new ArrayList<>();

    Audience(Chance chance) {
        this.chance = chance;
    }

    String passerBy() {
        return "u-%05d".formatted(chance.below(STRANGERS));
    }

    String buyer() {
        if (!buyers.isEmpty() && chance.happens(COMES_BACK)) {
            return buyers.get(chance.early(buyers.size()));
        }
        var stranger = passerBy();
        buyers.add(stranger);
        return stranger;
    }
}
