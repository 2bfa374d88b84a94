package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.failure.Failure;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program run to its end. */
final class Command {

    private final List<String> words;

    private Command(List<String> words) {
        this.words = words;
    }

    static Command of(Path program, String... arguments) {
        var words = new ArrayList<String>();
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return new Command(words);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it does. */
    Command hidingRoot() {
        if (!LinuxUtils.isUnshareAvailable()) {
            return this;
        }
        var hidden = new ArrayList<>(List.of("unshare", "-U"));
        hidden.addAll(words);
        return new Command(hidden);
    }

    Result run() {
        try {
            var process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw Failure.of(words.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    record Result(int exit, String output) {

        boolean failed() {
            return exit != 0;
        }
    }
}
