package io.factmatrix.deploy.bench.mix;

/** The types of event in the mix, as the API calls them, and of how many in a hundred each is. */
enum Kind {
    PAID("order.paid", 80),
    REFUNDED("order.refunded", 5),
    TRAFFIC("traffic", 8),
    AUDIENCE("audience", 5),
    COST("cost", 2);

    private final String word;
    private final int percent;

    Kind(String word, int percent) {
        this.word = word;
        this.percent = percent;
    }

    String word() {
        return word;
    }

    /** The kind of what falls on that one of a hundred. */
    static Kind at(int percentile) {
        int upTo = 0;
        for (var kind : values()) {
            upTo += kind.percent;
            if (percentile < upTo) {
                return kind;
            }
        }
        throw new IllegalArgumentException("percentile: %d (expected: 0 to 99)".formatted(percentile));
    }
}
