package io.factmatrix.deploy.bench.mix;

/**
 * An event of a batch, without what each sending gives it: its day, and the generation in its ids.
 *
 * @param number its place in the batch, in its id
 * @param order the number of the event that opened its order; of what is no order's, its own
 * @param line 1 of what opened its order, else one that no other event has
 * @param amount fen; of a refund half of what was paid, since the first sending refunds lines of its own, and the second those
 *     of the first, too
 * @param second of the day
 * @param impressions of traffic; it reports a tenth of that as views
 */
record MixedEvent(
        int number,
        Kind kind,
        String field,
        int touchpoint,
        int product,
        int audience,
        int order,
        int line,
        int quantity,
        long amount,
        int second,
        long impressions) {

    static final int IMPRESSIONS_A_VIEW = 10;

    String touchpointId() {
        return "touchpoint-" + padded(touchpoint, 4);
    }

    String productId() {
        return "sku-" + padded(product, 3);
    }

    String audienceId() {
        return "u-" + padded(audience, 6);
    }

    long views() {
        return impressions / IMPRESSIONS_A_VIEW;
    }

    boolean hasProduct() {
        return kind == Kind.PAID;
    }

    boolean hasAudience() {
        return kind == Kind.PAID || kind == Kind.AUDIENCE;
    }

    boolean hasAmount() {
        return kind == Kind.PAID || kind == Kind.REFUNDED || kind == Kind.COST;
    }

    /** With zeros in front; a format would take most of the time that making the bodies takes. */
    static String padded(int number, int digits) {
        var text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
