package io.factmatrix.deploy.images;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the images of the five programs as files, and prints what they are. */
@Command(
        name = "fact images",
        description = "Writes container images of the five programs as files; no daemon is needed.")
final class Images implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--root", hidden = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Option(
            names = "--base",
            required = true,
            paramLabel = "IMAGE",
            description =
                    "an image with Java 25 on its path: registry.example.com/java:25@sha256:…, or tar:///path/of/a/file.tar")
    @SuppressWarnings("NullAway.Init")
    private String base;

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "where the files are written")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Option(names = "--tag", required = true, description = "the version that they are")
    @SuppressWarnings("NullAway.Init")
    private String tag;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Images()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("fact: " + failure.getMessage());
            return 1;
        });
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(to);
        var work = Files.createTempDirectory("images");
        try {
            for (var program : Program.ALL) {
                var file = to.resolve(program.name() + ".tar");
                var image = new ProgramImage(program, RunsOn.built(root.toRealPath(), program), tag);
                spec.commandLine()
                        .getOut()
                        .printf("%s  %s%n", image.write(base, file, work).getDigest(), file);
            }
        } finally {
            MoreFiles.deleteRecursively(work, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        return 0;
    }
}
