package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.figures.People;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How many people somewhere are, some groups of whom are counted or estimated by themselves. Each estimate has its own error, and
 * so a part may come out greater than its whole: {@link #reconcile} sees to it that none does.
 */
final class Group {

    /** As a bound from above: nothing is known. */
    static final BigInteger ANY = BigInteger.valueOf(Long.MAX_VALUE);

    private final List<Group> parts = new ArrayList<>();
    private People people;
    private BigInteger atLeast;
    private BigInteger atMost;

    /**
     * @param atLeast there are no fewer, for certain
     * @param atMost there are no more, for certain
     */
    Group(People people, BigInteger atLeast, BigInteger atMost) {
        this.people = people;
        this.atLeast = people.exact() ? people.value() : atLeast;
        this.atMost = people.exact() ? people.value() : atMost;
    }

    /** Of whom nothing is known but how many they are, or may be. */
    static Group of(People people) {
        return new Group(people, BigInteger.ZERO, ANY);
    }

    void contains(Group part) {
        parts.add(part);
    }

    People people() {
        return people;
    }

    /** No fewer than so many, for certain. */
    BigInteger atLeast() {
        return atLeast;
    }

    /** No more than so many, for certain; {@link #ANY} when it is only estimated. */
    BigInteger atMost() {
        return atMost;
    }

    /**
     * Narrows estimates by what is certain: a whole is no smaller than a part that was counted, a part no greater than a whole that
     * was. Where two estimates still contradict each other, the bounds of both are widened until they do not, so that the truth lies
     * in them no less often than before. What is exact stays as it is.
     *
     * @param wholesFirst all groups, each before its parts
     */
    static void reconcile(List<Group> wholesFirst) {
        var partsFirst = reversed(wholesFirst);
        partsFirst.forEach(whole -> whole.parts.forEach(part -> whole.atLeast = whole.atLeast.max(part.atLeast)));
        wholesFirst.forEach(whole -> whole.parts.forEach(part -> part.atMost = part.atMost.min(whole.atMost)));
        wholesFirst.forEach(group -> group.people = group.people.within(group.atLeast, group.atMost));
        partsFirst.forEach(whole -> whole.parts.forEach(part -> whole.people = whole.people.reachingTo(part.people)));
        wholesFirst.forEach(whole -> whole.parts.forEach(part -> part.people = part.people.noMoreThan(whole.people)));
    }

    private static List<Group> reversed(List<Group> groups) {
        var reversed = new ArrayList<Group>();
        groups.forEach(group -> reversed.add(0, group));
        return reversed;
    }
}
