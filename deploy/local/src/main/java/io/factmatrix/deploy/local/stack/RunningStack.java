package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.Home;
import io.factmatrix.deploy.local.data.PrivateFile;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.issuer.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The word a stack leaves of itself, for the commands that talk to it.
 *
 * @param port the gateway's
 * @param issuer the name of the issuer of its tokens
 * @param data its data folder
 * @param temporary whether that folder goes with it
 */
public record RunningStack(int port, String address, String issuer, String data, boolean temporary) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The stack whose gateway has that port. */
    public static RunningStack on(int port) {
        try {
            var file = file(port);
            if (Files.exists(file)) {
                var stack = read(file);
                if (stack.isAlive()) {
                    return stack;
                }
            }
        } catch (IOException e) {
            throw Failure.of("stack on port " + port, e);
        }
        throw new Failure("no stack of this user runs on port " + port + " (start one: ./fact up --port " + port + ")");
    }

    /** Where its gateway answers. */
    public URI uri() {
        return URI.create("http://" + (address.equals("0.0.0.0") ? "127.0.0.1" : address) + ":" + port);
    }

    /** A token that it accepts. */
    public String token(Grant grant) {
        return SigningKey.of(Path.of(data)).sign(grant, issuer, Instant.now());
    }

    /** Stacks that were killed and left their word behind. */
    static List<RunningStack> dead() throws IOException {
        var dead = new ArrayList<RunningStack>();
        try (var files = Files.newDirectoryStream(Home.folder("stacks"), "*.json")) {
            for (var file : files) {
                var stack = read(file);
                if (!stack.isAlive()) {
                    dead.add(stack);
                }
            }
        }
        return dead;
    }

    void leaveWord() throws IOException {
        PrivateFile.write(file(port), JSON.writeValueAsString(this));
    }

    void takeWordBack() throws IOException {
        Files.deleteIfExists(file(port));
    }

    /** A dead stack holds its folder no longer. */
    private boolean isAlive() {
        return DataDirectory.isHeld(Path.of(data));
    }

    private static RunningStack read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), RunningStack.class);
        } catch (JacksonException e) {
            throw new IOException(file + " is broken: delete it", e);
        }
    }

    private static Path file(int port) throws IOException {
        return Home.folder("stacks").resolve(port + ".json");
    }
}
