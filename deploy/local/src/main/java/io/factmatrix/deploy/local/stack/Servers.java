package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.Secrets;
import io.factmatrix.deploy.local.issuer.LocalIssuer;
import io.factmatrix.deploy.local.server.Database;
import io.factmatrix.deploy.local.server.Databases;
import io.factmatrix.deploy.local.server.PostgresBinaries;
import io.factmatrix.deploy.local.server.PostgresServer;
import io.factmatrix.deploy.local.server.RedisServer;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the programs stand on.
 *
 * @param cursorKey what they sign cursors with
 * @param webhookKey what the gateway seals the secrets of webhooks with
 */
record Servers(
        LocalIssuer issuer,
        PostgresServer postgres,
        RedisServer redis,
        Map<String, Database> databases,
        String cursorKey,
        String webhookKey) {

    static Servers start(DataDirectory data, LocalIssuer issuer, Closing closing, Progress progress) {
        var secrets = Secrets.of(data);
        var binaries = PostgresBinaries.unpacked();
        var postgres = closing.keep(PostgresServer.start(binaries, data, secrets));
        var databases = new TreeMap<String, Database>();
        var prepared = new Databases(postgres, secrets);
        for (var application : Applications.ALL) {
            databases.put(application.name(), prepared.prepare(application.name()));
        }
        progress.done("PostgreSQL " + binaries.version() + " on port " + postgres.port());
        var redis = closing.keep(RedisServer.start(data, secrets));
        progress.done("Redis on port " + redis.port());
        return new Servers(issuer, postgres, redis, databases, secrets.key("cursors"), secrets.key("webhooks"));
    }

    Database database(String program) {
        var database = databases.get(program);
        if (database == null) {
            throw new IllegalArgumentException(
                    "program: " + program + " (expected: one of " + databases.keySet() + ")");
        }
        return database;
    }
}
