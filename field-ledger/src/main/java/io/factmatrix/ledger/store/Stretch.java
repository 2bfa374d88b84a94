package io.factmatrix.ledger.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A stretch of time from which facts are read: from {@code from} on, before {@code to}. */
record Stretch(Instant from, Instant to) {

    /**
     * Few stretches that hold all these buckets' quarter-hours, and as little as can be besides: they are parted at the widest
     * gaps. Each is a look of its own at the facts, so that many would cost more than reading what lies between.
     */
    static List<Stretch> over(Collection<Bucket> buckets, int atMost) {
        var starts = buckets.stream().map(Bucket::start).distinct().sorted().toList();
        var ends = IntStream.range(1, starts.size())
                .boxed()
                .filter(at -> gap(starts, at).compareTo(Bucket.QUARTER_HOUR) > 0)
                .sorted(Comparator.comparing((Integer at) -> gap(starts, at)).reversed())
                .limit(atMost - 1)
                .sorted()
                .toList();
        var stretches = new ArrayList<Stretch>();
        int begun = 0;
        for (int end : ends) {
            stretches.add(of(starts.subList(begun, end)));
            begun = end;
        }
        if (begun < starts.size()) {
            stretches.add(of(starts.subList(begun, starts.size())));
        }
        return stretches;
    }

    private static Duration gap(List<Instant> starts, int at) {
        return Duration.between(starts.get(at - 1), starts.get(at));
    }

    private static Stretch of(List<Instant> starts) {
        return new Stretch(starts.get(0), starts.get(starts.size() - 1).plus(Bucket.QUARTER_HOUR));
    }
}
