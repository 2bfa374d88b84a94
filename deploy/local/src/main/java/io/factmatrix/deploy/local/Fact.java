package io.factmatrix.deploy.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./fact}. Every failure is one line on stderr and exit code 1. */
@Command(
        name = "fact",
        description = "FACT Matrix on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DemoCommand.class, UpCommand.class, TokenCommand.class, ImportCommand.class, ExportCommand.class
        },
        footer = {
            "  bench   Measure ingest and views, each beside its limit in the same run.",
            "  images  Write the five programs as container images.",
            "  test    Run the whole test suite, as CI does."
        })
final class Fact {

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
        return OneLineFailures.of(new Fact());
    }
}
