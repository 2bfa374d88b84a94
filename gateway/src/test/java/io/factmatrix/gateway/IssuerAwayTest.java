package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An issuer whose keys cannot be read is no reason to call a token bad, nor to leave anyone waiting. */
class IssuerAwayTest {

    @Test
    void anIssuerThatIsNotThereIsSaidToBeAway() {
        assertAway("http://localhost:1");
    }

    @Test
    void anIssuerThatDoesNotAnswerIsNotWaitedFor() throws IOException {
        try (var issuer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertAway("http://localhost:" + issuer.getLocalPort());
        }
    }

    private static void assertAway(String issuer) {
        try (var gateway = new RunningGateway("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer)) {
            var answer = gateway.get("/v1/merchants/m1/operating-view?from=2026-06-01&to=2026-06-02");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            var problem = JsonMapper.shared().readTree(answer.body());
            assertThat(problem.get("code").stringValue()).isEqualTo("issuer.unavailable");
            assertThat(gateway.kol().requests()).isEmpty();
        }
    }
}
