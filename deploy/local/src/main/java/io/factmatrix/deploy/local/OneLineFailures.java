package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.failure.Failure;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Command lines of which every misuse and failure is one line on stderr and exit code 1. */
public final class OneLineFailures {

    static final int FAILED = 1;

    private OneLineFailures() {}

    public static CommandLine of(Object command) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(OneLineFailures::misused)
                .setExecutionExceptionHandler(OneLineFailures::failed);
    }

    private static int misused(CommandLine.ParameterException e, String[] arguments) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        return say(e.getCommandLine(), oneLine(String.valueOf(e.getMessage())) + " (help: ./" + command + " --help)");
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult arguments) {
        LoggerFactory.getLogger(OneLineFailures.class).error("Failed", e);
        return say(commandLine, oneLine(e instanceof Failure ? String.valueOf(e.getMessage()) : e.toString()));
    }

    private static int say(CommandLine commandLine, String line) {
        commandLine.getErr().println("fact: " + line);
        commandLine.getErr().flush();
        return FAILED;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
