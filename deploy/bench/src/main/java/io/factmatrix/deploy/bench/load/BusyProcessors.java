package io.factmatrix.deploy.bench.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * How many processors are kept busy while something is done, and what each time costs of them. The cost hardly depends on what
 * else the machine does meanwhile, as a rate does.
 */
public final class BusyProcessors {

    /** Of all the times together, seconds. */
    private record Total(double jvm, double postgres, double seconds, double times) {

        static final Total NONE = new Total(0, 0, 0, 0);

        Total plus(Processors.Used used, double moreSeconds, double moreTimes) {
            return new Total(jvm + used.jvm(), postgres + used.postgres(), seconds + moreSeconds, times + moreTimes);
        }

        Busy busy() {
            return new Busy(jvm / seconds, postgres / seconds, jvm / times, postgres / times);
        }
    }

    /**
     * On average.
     *
     * @param jvm processors
     * @param postgres processors
     * @param jvmEach seconds of a processor for an event or a view
     * @param postgresEach seconds of a processor for an event or a view
     */
    public record Busy(double jvm, double postgres, double jvmEach, double postgresEach) {}

    private final Processors processors;
    private final Map<String, Total> totals = new LinkedHashMap<>();

    public BusyProcessors(Processors processors) {
        this.processors = processors;
    }

    /** Does it once, and answers what it answers. */
    public double once(String name, DoubleSupplier work) {
        return during(name, work, false);
    }

    /** Does it many times, and answers how many a second, as it answers. */
    public double rate(String name, DoubleSupplier work) {
        return during(name, work, true);
    }

    private double during(String name, DoubleSupplier work, boolean answersRate) {
        var before = processors.used();
        var began = System.nanoTime();
        var answer = work.getAsDouble();
        var seconds = Spent.seconds(began);
        if (before.isPresent()) {
            processors.used().ifPresent(after -> {
                var total = totals.getOrDefault(name, Total.NONE);
                totals.put(name, total.plus(after.since(before.get()), seconds, answersRate ? answer * seconds : 1));
            });
        }
        return answer;
    }

    /** In the order in which they were first done; nothing where it cannot be known. */
    public Map<String, Busy> busy() {
        var busy = new LinkedHashMap<String, Busy>();
        totals.forEach((name, total) -> busy.put(name, total.busy()));
        return busy;
    }
}
