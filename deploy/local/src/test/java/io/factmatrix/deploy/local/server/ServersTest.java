package io.factmatrix.deploy.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.Secrets;
import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    @TempDir
    private Path folder;

    @Test
    void theServersOfAKilledStackAreStoppedAndTheirDataIsFoundAgain() throws IOException, SQLException {
        var left = killAfterCommit();
        assertThat(left).allMatch(ServersTest::runs, "is left behind by a stack that was killed");

        try (var data = DataDirectory.at(folder.resolve("data"));
                var postgres = PostgresServer.start(PostgresBinaries.unpacked(), data, Secrets.of(data));
                var redis = RedisServer.start(data, Secrets.of(data))) {
            assertThat(left).noneMatch(ServersTest::runs);
            assertThat(redis.process()).isPresent();
            assertThat(word(new Databases(postgres, Secrets.of(data)).prepare("kol")))
                    .isEqualTo("acknowledged");
        }
    }

    @Test
    void aServerThatDiesIsStartedAgainWhereItWas() throws IOException {
        try (var data = DataDirectory.at(folder.resolve("data"));
                var postgres = PostgresServer.start(PostgresBinaries.unpacked(), data, Secrets.of(data));
                var redis = RedisServer.start(data, Secrets.of(data))) {
            assertThat(postgres.revive() || redis.revive())
                    .as("something to revive")
                    .isFalse();
            var url = postgres.url("postgres");
            postgres.process().orElseThrow().destroyForcibly();
            redis.process().orElseThrow().destroyForcibly();

            Awaitility.await().ignoreExceptions().until(postgres::revive);
            Awaitility.await().until(redis::revive);

            assertThat(postgres.url("postgres")).isEqualTo(url);
            assertThat(postgres.process()).isPresent();
            assertThat(redis.process()).isPresent();
        }
    }

    @Test
    void anIdThatAnotherProgramHasByNowIsLeftAlone() throws IOException {
        try (var data = DataDirectory.at(folder.resolve("data"))) {
            var secrets = Secrets.of(data);
            PostgresServer.start(PostgresBinaries.unpacked(), data, secrets).close();
            var own = Long.toString(ProcessHandle.current().pid());
            Files.writeString(data.path().resolve("postgres/postmaster.pid"), own + "\n" + data.path() + "\n");
            Files.writeString(data.folder("redis").resolve("pid"), own + "\n");

            try (var postgres = PostgresServer.start(PostgresBinaries.unpacked(), data, secrets);
                    var redis = RedisServer.start(data, secrets)) {
                assertThat(postgres.process()).isPresent();
                assertThat(redis.process()).isPresent();
            }
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedInOneLine() throws IOException {
        try (var data = DataDirectory.at(folder.resolve("data"))) {
            Files.writeString(data.folder("postgres").resolve("PG_VERSION"), "15\n");

            assertThatThrownBy(() -> PostgresServer.start(PostgresBinaries.unpacked(), data, Secrets.of(data)))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("holds data of PostgreSQL 15 (expected: 18)")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void theAppRoleMayConnectAndNothingElse() throws IOException, SQLException {
        try (var data = DataDirectory.at(folder.resolve("data"));
                var postgres = PostgresServer.start(PostgresBinaries.unpacked(), data, Secrets.of(data))) {
            var databases = new Databases(postgres, Secrets.of(data));
            var kol = databases.prepare("kol");
            var creator = databases.prepare("creator");
            try (var connection = DriverManager.getConnection(kol.url(), kol.app(), kol.appPassword());
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("CREATE TABLE mine ()"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("CREATE TEMPORARY TABLE mine ()"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(creator.url(), kol.app(), kol.appPassword()))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(kol.url(), kol.app(), "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    /** The ids of the servers that outlive it. */
    private List<Long> killAfterCommit() throws IOException {
        var stack = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStack.class.getName(),
                        folder.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = stack.inputReader(StandardCharsets.UTF_8)) {
            var line = said.lines()
                    .filter(words -> words.startsWith("committed "))
                    .findFirst()
                    .orElseThrow();
            stack.destroyForcibly().onExit().join();
            return List.of(line.split(" ", -1)).subList(1, 3).stream()
                    .map(Long::valueOf)
                    .toList();
        }
    }

    private static boolean runs(long pid) {
        // One that ended and that nobody waited for has no command line.
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .isPresent();
    }

    private static String word(Database database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT word FROM kept")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
