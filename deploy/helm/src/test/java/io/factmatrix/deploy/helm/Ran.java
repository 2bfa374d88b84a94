package io.factmatrix.deploy.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What came of a program that was run to its end. */
record Ran(List<String> command, int status, String out, String error) {

    static Ran of(Path work, List<String> command) throws IOException {
        var errors = Files.createTempFile(work, "errors", ".txt");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try (var output = process.getInputStream()) {
            var out = new String(output.readAllBytes(), UTF_8);
            return new Ran(command, process.waitFor(), out, Files.readString(errors));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted: " + command, e);
        } finally {
            Files.delete(errors);
        }
    }

    boolean good() {
        return status == 0;
    }
}
