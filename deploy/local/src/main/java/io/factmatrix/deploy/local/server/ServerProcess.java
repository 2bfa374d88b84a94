package io.factmatrix.deploy.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A server found by the file it keeps its process id in. */
final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServerProcess() {}

    /**
     * The process of that file, when it is alive and the one it is taken for: ids are used again, after a restart of the
     * machine at the latest, and a stranger must not be stopped.
     *
     * @param mark what the command line of the right process holds
     */
    static Optional<ProcessHandle> find(Path pidFile, String mark) {
        return pid(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .commandLine()
                        .filter(words -> words.contains(mark))
                        .isPresent());
    }

    private static Optional<Long> pid(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Asks the process to end, and makes it. */
    static void stop(ProcessHandle process) {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
    }

    /** One that nobody waits for stays in the table of processes for a while, without a command line. */
    private static boolean ended(ProcessHandle process) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive() || process.info().commandLine().isEmpty()) {
                return true;
            }
            Pause.shortly();
        }
        return false;
    }
}
