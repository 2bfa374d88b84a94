package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.stack.StackOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that start a stack. */
final class StackArguments {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the stores in this folder between runs (default: a temporary folder).")
    private @Nullable Path data;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Interface the gateway listens on (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(names = "--verbose", description = "Log more, and on stderr, too.")
    private boolean verbose;

    StackOptions options(Port port) {
        return new StackOptions(data, address, port.number());
    }

    boolean verbose() {
        return verbose;
    }
}
