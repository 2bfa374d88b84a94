package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.data.DataDirectory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** What {@code pg_basebackup} does, of the running server of a data folder: the files as they change, and the log that makes them whole. */
public final class BaseBackup {

    private final Path data;
    private final Path postgres;

    public BaseBackup(Path data) {
        this.data = data;
        this.postgres = data.resolve("postgres");
    }

    /** How many the server holds, in all databases. */
    public int events() throws IOException, SQLException {
        int events = 0;
        for (var field : List.of("livestream", "creator", "campaign", "kol")) {
            try (var connection = connect(field)) {
                events += Integer.parseInt(answer(connection, "select count(*) from event"));
            }
        }
        return events;
    }

    /** A data folder that a stack can be started on, with the passwords that the databases know. */
    public void copyTo(Path folder) throws IOException, SQLException {
        var to = folder.resolve("postgres");
        try (var connection = connect("postgres")) {
            answer(connection, "select pg_backup_start('backup', fast => true)");
            Files.createDirectories(
                    to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            copy(postgres, to);
            var label = answer(connection, "select labelfile from pg_backup_stop(wait_for_archive => false)");
            Files.writeString(to.resolve("backup_label"), label);
        }
        // Its end is written now: what the copied files lack is in it.
        DataDirectory.delete(to.resolve("pg_wal"));
        Files.createDirectory(to.resolve("pg_wal"));
        copy(postgres.resolve("pg_wal"), to.resolve("pg_wal"));
        Files.deleteIfExists(to.resolve("postmaster.pid"));
        Files.copy(data.resolve("passwords"), folder.resolve("passwords"));
        // By which a data folder is known.
        Files.createFile(folder.resolve("lock"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes of) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)));
                } catch (NoSuchFileException gone) {
                    Files.deleteIfExists(to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private Connection connect(String database) throws IOException, SQLException {
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("passwords"))) {
            passwords.load(file);
        }
        // The fourth line, once it listens.
        var port = Files.readAllLines(postgres.resolve("postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                PostgresServer.SUPERUSER,
                passwords.getProperty(PostgresServer.SUPERUSER));
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
