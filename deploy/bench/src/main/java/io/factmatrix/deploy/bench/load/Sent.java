package io.factmatrix.deploy.bench.load;

import io.factmatrix.deploy.bench.mix.Body;
import io.factmatrix.deploy.bench.mix.FieldSums;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that was answered for as stored: what the views must show in the end. */
public final class Sent {

    private final AtomicLong generation = new AtomicLong();
    private final Map<String, Map<String, FieldSums>> sums = new TreeMap<>();

    /** One that no other sending of this run has. */
    public long nextGeneration() {
        return generation.incrementAndGet();
    }

    synchronized void stored(Body body) {
        var ofMerchant = sums.computeIfAbsent(body.merchant(), none -> new HashMap<>());
        body.sums().forEach((field, more) -> ofMerchant.merge(field, more, FieldSums::plus));
    }

    /** By merchant, then field. */
    public synchronized Map<String, Map<String, FieldSums>> sums() {
        var copy = new TreeMap<String, Map<String, FieldSums>>();
        sums.forEach((merchant, fields) -> copy.put(merchant, Map.copyOf(fields)));
        return copy;
    }
}
