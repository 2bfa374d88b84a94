package io.factmatrix.kit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ConnectionPropertiesTest {

    @Test
    void theDefaultsAreThoseThatTheReadmeNames() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ConnectionProperties(
                        DataSize.ofKilobytes(8),
                        DataSize.ofKilobytes(32),
                        100,
                        DataSize.ofKilobytes(64),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        DataSize.ofBytes(240),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        10_000));
    }

    @Test
    void eachIsConfigured() {
        assertThat(bound(Map.of(
                        "fact.connection.longest-request-line", "1KB",
                        "fact.connection.longest-head", "2KB",
                        "fact.connection.most-fields", "3",
                        "fact.connection.longest-body", "4KB",
                        "fact.connection.head-within", "5ms",
                        "fact.connection.body-grace", "6ms",
                        "fact.connection.slowest-body", "7B",
                        "fact.connection.idle", "8ms",
                        "fact.connection.unread-for", "9ms",
                        "fact.connection.most", "10")))
                .isEqualTo(new ConnectionProperties(
                        DataSize.ofKilobytes(1),
                        DataSize.ofKilobytes(2),
                        3,
                        DataSize.ofKilobytes(4),
                        Duration.ofMillis(5),
                        Duration.ofMillis(6),
                        DataSize.ofBytes(7),
                        Duration.ofMillis(8),
                        Duration.ofMillis(9),
                        10));
    }

    @Test
    void noneIsNothing() {
        assertThatThrownBy(() -> bound(Map.of("fact.connection.head-within", "0s")))
                .rootCause()
                .hasMessageContaining("fact.connection.head-within: PT0S (expected: from 1 to");
    }

    static ConnectionProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("fact.connection", ConnectionProperties.class);
    }
}
