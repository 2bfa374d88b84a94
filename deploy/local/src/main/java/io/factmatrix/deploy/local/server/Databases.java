package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.data.Secrets;
import io.factmatrix.deploy.local.failure.Failure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * What an installer prepares for a program: its database, the owner that migrates it, and the role it runs as, which
 * may connect and nothing else until a migration grants it more. Done again at every start, so that a start cut short is
 * finished by the next.
 */
public final class Databases {

    private final PostgresServer server;
    private final Secrets secrets;

    public Databases(PostgresServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    public Database prepare(String name) {
        var database = new Database(
                server.url(name),
                name + "_owner",
                secrets.password(name + "_owner"),
                name + "_app",
                secrets.password(name + "_app"));
        try {
            prepare(name, database);
        } catch (SQLException e) {
            throw new Failure("database " + name + ": " + e.getMessage(), e);
        }
        return database;
    }

    private void prepare(String name, Database database) throws SQLException {
        try (var connection = connect(PostgresServer.SUPERUSER)) {
            role(connection, database.owner(), database.ownerPassword());
            role(connection, database.app(), database.appPassword());
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE %s OWNER %s".formatted(name, database.owner()));
            }
            execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
            execute(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(name, database.app()));
        }
        try (var connection = connect(name)) {
            execute(connection, "ALTER SCHEMA public OWNER TO " + database.owner());
        }
    }

    private void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE %s LOGIN".formatted(name));
        }
        // Hexadecimal, both: they need no quoting.
        execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(name, password));
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), PostgresServer.SUPERUSER, server.superuserPassword());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
