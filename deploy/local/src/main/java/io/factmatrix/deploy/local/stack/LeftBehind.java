package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.Secrets;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.server.PostgresBinaries;
import io.factmatrix.deploy.local.server.PostgresServer;
import io.factmatrix.deploy.local.server.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The servers of stacks that were killed: stopped, and their folders deleted when they were temporary. */
final class LeftBehind {

    private LeftBehind() {}

    static void clear(Progress progress) {
        try {
            for (var stack : RunningStack.dead()) {
                clear(stack);
                progress.note("Cleared what a killed stack on port " + stack.port() + " left behind");
            }
        } catch (IOException e) {
            throw Failure.of("what a killed stack left behind", e);
        }
    }

    private static void clear(RunningStack stack) throws IOException {
        var folder = Path.of(stack.data());
        if (Files.isDirectory(folder)) {
            try (var data = DataDirectory.at(folder)) {
                var secrets = Secrets.of(data);
                RedisServer.stop(data, secrets);
                PostgresServer.stop(PostgresBinaries.unpacked(), data, secrets);
                if (stack.temporary()) {
                    DataDirectory.delete(folder);
                }
            }
        }
        stack.takeWordBack();
    }
}
