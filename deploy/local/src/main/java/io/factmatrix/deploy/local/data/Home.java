package io.factmatrix.deploy.local.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where this user's stacks leave word of themselves, and the unpacked servers lie. */
public final class Home {

    private Home() {}

    /** {@code $XDG_STATE_HOME/fact-matrix}, else {@code ~/.local/state/fact-matrix}, else a temporary folder of this user's. */
    public static Path folder(String name) throws IOException {
        var folder = base().resolve(name);
        PrivateFile.createDirectories(folder);
        return folder;
    }

    private static Path base() {
        var state = state(System.getenv("XDG_STATE_HOME"));
        try {
            PrivateFile.createDirectories(state);
            if (Files.isWritable(state)) {
                return state;
            }
        } catch (IOException e) {
            // A home that cannot be written to, as in many containers.
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "fact-matrix-of-" + System.getProperty("user.name"));
    }

    private static Path state(@Nullable String configured) {
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state", "fact-matrix")
                : Path.of(configured, "fact-matrix");
    }
}
