package io.factmatrix.gateway.domain.definition;

/**
 * One metric, as people read it.
 *
 * @param member where it stands under {@code metrics}, such as {@code gpm.view}; of a member whose own members are not the same in
 *     every view, such as {@code costByCategory}, that member
 */
public record Definition(String member, Unit unit, Text name, Text meaning) {

    /** The same in both languages. */
    public record Text(String english, String chinese) {}

    /** What is counted. */
    public enum Unit {
        /** In the currency of the view. */
        MONEY,
        /** Things, or times. */
        COUNT,
        /** Distinct persons, with bounds where they are estimated. */
        PEOPLE,
        /** A part of a whole. */
        SHARE,
        /** So many times. */
        TIMES
    }
}
