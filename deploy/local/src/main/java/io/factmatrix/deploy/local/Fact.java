package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.failure.Failure;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./fact}. Every failure is one line on stderr and exit code 1. */
@Command(
        name = "fact",
        description = "FACT Matrix on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.class, UpCommand.class, TokenCommand.class, ImportCommand.class},
        footer = {"  test    Run the whole test suite, as CI does."})
final class Fact {

    static final int FAILED = 1;

    private Fact() {}

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    void setHelp(boolean asked) {
        // Picocli shows it.
    }

    public static void main(String[] arguments) {
        // A command that starts nothing says what matters itself.
        Logs.off();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Fact())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Fact::misused)
                .setExecutionExceptionHandler(Fact::failed);
    }

    private static int misused(CommandLine.ParameterException e, String[] arguments) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        return say(e.getCommandLine(), oneLine(String.valueOf(e.getMessage())) + " (help: ./" + command + " --help)");
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult arguments) {
        LoggerFactory.getLogger(Fact.class).error("Failed", e);
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
