package io.factmatrix.deploy.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

class LocalIssuerTest {

    private static final Grant GRANT =
            new Grant(MerchantId.of("m1"), Set.of(Role.OPERATOR, Role.INTEGRATION), Duration.ofHours(1));

    @TempDir
    private Path folder;

    @Test
    void aTokenIsGoodByTheIssuersOwnKeys() throws IOException {
        try (var data = DataDirectory.at(folder.resolve("data"));
                var issuer = LocalIssuer.start(data)) {
            var token = decoded(issuer, sign(data, issuer));

            assertThat(token.getClaimAsString("iss")).isEqualTo(issuer.name());
            assertThat(token.getAudience()).containsExactly("fact-matrix");
            assertThat(token.getSubject()).isNotBlank();
            assertThat(token.getClaimAsStringList("merchants")).containsExactly("m1");
            assertThat(token.getClaimAsStringList("roles")).containsExactly("integration", "operator");
            assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
                    .isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void aTokenOutlivesARestart() throws IOException {
        String token;
        try (var data = DataDirectory.at(folder.resolve("data"));
                var issuer = LocalIssuer.start(data)) {
            token = sign(data, issuer);
        }
        try (var data = DataDirectory.at(folder.resolve("data"));
                var issuer = LocalIssuer.start(data)) {
            assertThat(decoded(issuer, token).getTokenValue()).isEqualTo(token);
        }
    }

    @Test
    void aServiceGetsATokenOfItsOwnByItsSecretAlone() throws Exception {
        try (var data = DataDirectory.at(folder.resolve("data"));
                var issuer = LocalIssuer.start(data)) {
            var answer = askForToken(issuer, issuer.clientSecret());
            assertThat(answer.statusCode()).isEqualTo(200);
            var token = decoded(
                    issuer,
                    JsonMapper.shared()
                            .readTree(answer.body())
                            .path("access_token")
                            .asString());
            assertThat(token.getClaimAsStringList("merchants")).isEmpty();
            assertThat(token.getClaimAsStringList("roles")).containsExactly("ledger");

            assertThat(askForToken(issuer, "guessed").statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> askForToken(LocalIssuer issuer, String secret) throws Exception {
        var credentials = HttpHeaders.encodeBasicAuth(LocalIssuer.LEDGERS, secret, StandardCharsets.UTF_8);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(issuer.tokenUri()))
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void anotherPortIsTakenWhenItsOwnIsTaken() throws IOException {
        try (var data = DataDirectory.at(folder.resolve("data"));
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(data.path().resolve("issuer.port"), Integer.toString(other.getLocalPort()));

            try (var issuer = LocalIssuer.start(data)) {
                assertThat(issuer.name()).doesNotEndWith(":" + other.getLocalPort());
                assertThat(decoded(issuer, sign(data, issuer)).getSubject()).isNotBlank();
            }
        }
    }

    @Test
    void theKeyIsForItsOwnersEyesOnly() throws IOException {
        try (var data = DataDirectory.at(folder.resolve("data"))) {
            SigningKey.of(data.path());

            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.path().resolve("issuer.key"))))
                    .isEqualTo("rw-------");
        }
    }

    private static String sign(DataDirectory data, LocalIssuer issuer) {
        return SigningKey.of(data.path()).sign(GRANT, issuer.name(), Instant.now());
    }

    private static Jwt decoded(LocalIssuer issuer, String token) {
        return Objects.requireNonNull(NimbusReactiveJwtDecoder.withIssuerLocation(issuer.name())
                .build()
                .decode(token)
                .block());
    }
}
