package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.local.server.PostgresBinaries;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What a reader must know to compare results with others. */
record Surroundings(LocalDate date, String jdk, String postgres, int processors, double load) {

    static Surroundings now() {
        return new Surroundings(
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                PostgresBinaries.unpacked().version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "%s · %s · PostgreSQL %s · %d processors · load average at the start %.2f",
                date,
                jdk,
                postgres,
                processors,
                load);
    }
}
