package io.factmatrix.deploy.bench.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** How many processors are kept busy while something is done, by the name of what is done. */
public final class BusyProcessors {

    /** Of all the times together, seconds. */
    private record Total(double jvm, double postgres, double seconds) {

        static final Total NONE = new Total(0, 0, 0);

        Total plus(Processors.Used used, double more) {
            return new Total(jvm + used.jvm(), postgres + used.postgres(), seconds + more);
        }
    }

    /** Processors, on average. */
    public record Busy(double jvm, double postgres) {}

    private final Processors processors;
    private final Map<String, Total> totals = new LinkedHashMap<>();

    public BusyProcessors(Processors processors) {
        this.processors = processors;
    }

    /** Does it, and answers what it answers. */
    public double during(String name, DoubleSupplier work) {
        var before = processors.used();
        var began = System.nanoTime();
        var answer = work.getAsDouble();
        var seconds = Spent.seconds(began);
        if (before.isPresent()) {
            processors.used().ifPresent(after -> add(name, after.since(before.get()), seconds));
        }
        return answer;
    }

    private void add(String name, Processors.Used used, double seconds) {
        totals.put(name, totals.getOrDefault(name, Total.NONE).plus(used, seconds));
    }

    /** In the order in which they were first done; nothing where it cannot be known. */
    public Map<String, Busy> busy() {
        var busy = new LinkedHashMap<String, Busy>();
        totals.forEach((name, total) ->
                busy.put(name, new Busy(total.jvm() / total.seconds(), total.postgres() / total.seconds())));
        return busy;
    }
}
