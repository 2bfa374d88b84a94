package io.factmatrix.deploy.local.data;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The folder of one stack, held by one process at a time. What lies in it is for its owner's eyes only. */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private DataDirectory(Path path, boolean temporary, FileChannel lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    /** A folder that is kept; made when it does not exist yet. */
    public static DataDirectory at(Path path) {
        return open(path.toAbsolutePath().normalize(), false);
    }

    /** A folder that goes with the stack. */
    public static DataDirectory temporary() {
        try {
            // Resolved, because processes are told apart by the folder in their command line.
            return open(Files.createTempDirectory("fact-matrix-").toRealPath(), true);
        } catch (IOException e) {
            throw Failure.of("no temporary folder", e);
        }
    }

    /** Whether a running stack holds that folder. */
    public static boolean isHeld(Path path) {
        var file = path.resolve(LOCK);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw Failure.of(file.toString(), e);
        }
    }

    private static DataDirectory open(Path path, boolean temporary) {
        try {
            PrivateFile.createDirectories(path);
            requireOurs(path);
            return new DataDirectory(path.toRealPath(), temporary, hold(path));
        } catch (IOException e) {
            throw Failure.of("data folder " + path, e);
        }
    }

    private static void requireOurs(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            if (!Files.exists(path.resolve(LOCK)) && entries.findAny().isPresent()) {
                throw new Failure("data folder " + path + " holds something else (expected: an empty or new folder,"
                        + " or one of an earlier stack)");
            }
        }
    }

    private static FileChannel hold(Path path) throws IOException {
        var file = path.resolve(LOCK);
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new Failure("data folder " + path + " is in use by another stack (process " + Files.readString(file)
                    + "): stop it, or choose another folder");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    public boolean isTemporary() {
        return temporary;
    }

    /** A folder inside. */
    public Path folder(String name) {
        var folder = path.resolve(name);
        try {
            PrivateFile.createDirectories(folder);
            return folder;
        } catch (IOException e) {
            throw Failure.of("data folder " + path, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            delete(path);
        }
        lock.close();
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var entries = Files.walk(folder)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }
}
