package io.factmatrix.deploy.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code kubectl}, as whoever may do all. */
record Kubectl(Path program, Path config, Path work) {

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of(program.toString(), "--kubeconfig=" + config));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Goes on until it is ended. */
    Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    Ran run(String... arguments) {
        try {
            return Ran.of(work, command(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says, if it does it. */
    String must(String... arguments) {
        var ran = run(arguments);
        if (!ran.good()) {
            throw new AssertionError(ran.toString());
        }
        return ran.out();
    }

    /** What a shell makes of a line, where the namespace is the one that is worked in. */
    Ran typed(String line, String namespace) {
        try {
            var here = work.resolve(namespace + ".kubeconfig");
            Files.writeString(
                    here,
                    Files.readString(config).replace("user: admin}}", "user: admin, namespace: " + namespace + "}}"));
            var path = program.getParent() + ":" + System.getenv("PATH");
            return Ran.of(work, List.of("env", "KUBECONFIG=" + here, "PATH=" + path, "sh", "-c", line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with these manifests as its file. */
    Ran with(String manifests, String... arguments) {
        try {
            var file = Files.writeString(Files.createTempFile(work, "manifests", ".yaml"), manifests);
            var all = new ArrayList<>(List.of(arguments));
            all.add("--filename=" + file);
            return run(all.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
