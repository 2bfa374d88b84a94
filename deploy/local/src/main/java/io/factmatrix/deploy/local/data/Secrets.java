package io.factmatrix.deploy.local.data;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The passwords and keys of one data folder, made up once. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Map<String, String> passwords;

    private Secrets(Path file, Map<String, String> passwords) {
        this.file = file;
        this.passwords = passwords;
    }

    public static Secrets of(DataDirectory data) {
        var file = data.path().resolve("passwords");
        try {
            return new Secrets(file, Files.exists(file) ? read(file) : new TreeMap<>());
        } catch (IOException e) {
            throw Failure.of("passwords", e);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        var passwords = new TreeMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var middle = line.indexOf('=');
            if (middle < 0) {
                throw new Failure(file + " is broken (expected: name=password in each line)");
            }
            passwords.put(line.substring(0, middle), line.substring(middle + 1));
        }
        return passwords;
    }

    /** The password of that name; on disk before it is first used. */
    public synchronized String password(String name) {
        var known = passwords.get(name);
        return known == null ? keep(name, HexFormat.of().formatHex(random(BYTES))) : known;
    }

    /** The key of that name, base64 of 32 bytes; on disk before it is first used. */
    public synchronized String key(String name) {
        var known = passwords.get(name);
        return known == null ? keep(name, Base64.getEncoder().encodeToString(random(KEY_BYTES))) : known;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private String keep(String name, String password) {
        passwords.put(name, password);
        try {
            PrivateFile.write(
                    file,
                    passwords.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw Failure.of("passwords", e);
        }
        return password;
    }
}
