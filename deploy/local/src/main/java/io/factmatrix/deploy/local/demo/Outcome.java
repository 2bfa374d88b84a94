package io.factmatrix.deploy.local.demo;

/** What came of scenes. */
record Outcome(Counts counts, Takings takings) {

    static final Outcome NONE = new Outcome(Counts.NONE, Takings.NONE);

    Outcome plus(Outcome other) {
        return new Outcome(counts.plus(other.counts), takings.plus(other.takings));
    }
}
