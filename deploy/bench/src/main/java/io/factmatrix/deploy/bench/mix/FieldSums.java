package io.factmatrix.deploy.bench.mix;

/**
 * What a view must say of events.
 *
 * @param gmv fen, as refunds and cost
 */
public record FieldSums(long events, long gmv, long refunds, long units, long orders, long cost, long impressions) {

    public static final FieldSums NONE = new FieldSums(0, 0, 0, 0, 0, 0, 0);

    public FieldSums plus(FieldSums more) {
        return new FieldSums(
                events + more.events,
                gmv + more.gmv,
                refunds + more.refunds,
                units + more.units,
                orders + more.orders,
                cost + more.cost,
                impressions + more.impressions);
    }

    static FieldSums of(MixedEvent event) {
        return switch (event.kind()) {
            case PAID -> new FieldSums(1, event.amount(), 0, event.quantity(), event.line() == 1 ? 1 : 0, 0, 0);
            case REFUNDED -> new FieldSums(1, 0, event.amount(), 0, 0, 0, 0);
            case COST -> new FieldSums(1, 0, 0, 0, 0, event.amount(), 0);
            case TRAFFIC -> new FieldSums(1, 0, 0, 0, 0, 0, event.impressions());
            case AUDIENCE -> new FieldSums(1, 0, 0, 0, 0, 0, 0);
        };
    }
}
