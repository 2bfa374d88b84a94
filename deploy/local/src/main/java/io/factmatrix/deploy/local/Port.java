package io.factmatrix.deploy.local;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of every command: which gateway. */
final class Port {

    private static final int DEFAULT = 8080;
    private static final int HIGHEST = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private int number = DEFAULT;

    int number() {
        return number;
    }

    @Option(names = "--port", paramLabel = "PORT", description = "The gateway's port (default: 8080).")
    void setNumber(int number) {
        if (number < 1 || number > HIGHEST) {
            throw new ParameterException(
                    command.commandLine(), "--port: " + number + " (expected: 1 to " + HIGHEST + ")");
        }
        this.number = number;
    }
}
