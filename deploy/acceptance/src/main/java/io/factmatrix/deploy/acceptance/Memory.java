package io.factmatrix.deploy.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java program on this machine holds at a moment, in bytes; what cannot be seen is absent.
 *
 * @param resident of the whole process, as Linux counts it
 * @param live objects on its heap after a collection, which is made for it
 */
record Memory(OptionalLong resident, OptionalLong live) {

    private static final int KILOBYTE = 1024;
    private static final double MEGABYTE = 1e6;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+[0-9]+\\s+([0-9]+)");

    static Memory of(long process) {
        return new Memory(resident(process), live(process));
    }

    private static OptionalLong resident(long process) {
        try {
            var status = RESIDENT.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
            return status.find() ? OptionalLong.of(KILOBYTE * Long.parseLong(status.group(1))) : OptionalLong.empty();
        } catch (IOException none) {
            return OptionalLong.empty();
        }
    }

    /**
     * A histogram counts live objects only, so it collects before it counts. Through a file: a program that looked at itself by a pipe would
     * stand still while it is to read from it.
     */
    private static OptionalLong live(long process) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var histogram = Files.createTempFile("histogram", ".txt");
            try {
                new ProcessBuilder(jcmd, Long.toString(process), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .redirectOutput(histogram.toFile())
                        .start()
                        .waitFor();
                return Files.readAllLines(histogram).stream()
                        .map(TOTAL::matcher)
                        .filter(Matcher::matches)
                        .mapToLong(total -> Long.parseLong(total.group(1)))
                        .reduce((earlier, later) -> later);
            } finally {
                Files.delete(histogram);
            }
        } catch (IOException none) {
            return OptionalLong.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    @Override
    public String toString() {
        return "resident %s, heap in use after a collection %s".formatted(megabytes(resident), megabytes(live));
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isEmpty() ? "unknown" : "%.0f MB".formatted(bytes.getAsLong() / MEGABYTE);
    }
}
