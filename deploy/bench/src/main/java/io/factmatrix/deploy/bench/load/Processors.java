package io.factmatrix.deploy.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** How much processor time PostgreSQL and this JVM have used; nothing where there is no {@code /proc}. */
public final class Processors {

    private static final double TICKS_A_SECOND = 100;

    /** Of {@code /proc/PID/stat}, counted behind the command, which may contain blanks. */
    private static final int USER = 11;

    private static final int OF_THE_DEAD = 15;

    private final ProcessHandle postgres;

    public Processors(ProcessHandle postgres) {
        this.postgres = postgres;
    }

    /**
     * Seconds since their start.
     *
     * @param jvm the services, the gateway and the load client
     */
    public record Used(double jvm, double postgres) {

        public Used since(Used earlier) {
            return new Used(jvm - earlier.jvm, postgres - earlier.postgres);
        }
    }

    public Optional<Used> used() {
        try {
            double seconds = ticks(postgres, OF_THE_DEAD) / TICKS_A_SECOND;
            for (var backend : postgres.descendants().toList()) {
                seconds += ticksOrNone(backend) / TICKS_A_SECOND;
            }
            return Optional.of(new Used(ticks(ProcessHandle.current(), USER + 2) / TICKS_A_SECOND, seconds));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** What ends meanwhile is counted among the dead of its parent the next time. */
    private static long ticksOrNone(ProcessHandle process) {
        try {
            return ticks(process, USER + 2);
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long ticks(ProcessHandle process, int upTo) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Stream.of(fields)
                .skip(USER)
                .limit(upTo - USER)
                .mapToLong(Long::parseLong)
                .sum();
    }
}
