package io.factmatrix.kit.testing;

/** What tests sign cursors with. */
public final class TestCursors {

    /** What a program that is started by a test is told. */
    public static final String SETTING = "fact.cursors.key=dGhpcnR5LXR3byBieXRlcyB0aGF0IHNpZ24gY3Vyc29ycw==";

    private TestCursors() {}
}
