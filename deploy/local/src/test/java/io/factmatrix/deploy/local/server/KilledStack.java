package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A stack in a JVM of its own, to be killed: starts its servers, commits a row, says so, and waits. */
final class KilledStack {

    private KilledStack() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        var data = DataDirectory.at(Path.of(arguments[0]));
        var secrets = Secrets.of(data);
        var postgres = PostgresServer.start(PostgresBinaries.unpacked(), data, secrets);
        var redis = RedisServer.start(data, secrets);
        var kol = new Databases(postgres, secrets).prepare("kol");
        try (var connection = DriverManager.getConnection(kol.url(), kol.owner(), kol.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('acknowledged')");
        }
        System.out.println("committed " + postgres.process().orElseThrow().pid() + " "
                + redis.process().orElseThrow().pid());
        System.in.read();
    }
}
