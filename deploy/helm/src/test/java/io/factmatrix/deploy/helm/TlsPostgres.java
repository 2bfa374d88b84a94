package io.factmatrix.deploy.helm;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real PostgreSQL that speaks TLS, certified by nobody but its own bundle. */
final class TlsPostgres implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final EmbeddedPostgres server;
    private final Path bundle;

    private TlsPostgres(EmbeddedPostgres server, Path bundle) {
        this.server = server;
        this.bundle = bundle;
    }

    static TlsPostgres start(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("server.p12");
        keytool(store);
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        var certificate = pem(
                folder.resolve("ca.pem"),
                "CERTIFICATE",
                keys.getCertificate("server").getEncoded());
        var key = pem(
                folder.resolve("server.key"),
                "PRIVATE KEY",
                keys.getKey("server", PASSWORD).getEncoded());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        var server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.toString())
                .setServerConfig("ssl_key_file", key.toString())
                .start();
        return new TlsPostgres(server, certificate);
    }

    private static void keytool(Path store) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (command.start().waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, LINES.encodeToString(content), kind));
    }

    int port() {
        return server.getPort();
    }

    /** Whom it is certified by, as PEM. */
    Path bundle() {
        return bundle;
    }

    JdbcTemplate asSuperuser(String database) {
        return new JdbcTemplate(server.getDatabase("postgres", database));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
