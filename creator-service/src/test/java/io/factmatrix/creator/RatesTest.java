package io.factmatrix.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.creator.domain.collaboration.RateVersion;
import io.factmatrix.creator.domain.collaboration.Rates;
import io.factmatrix.creator.domain.collaboration.Tier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    private static final Rates RATES = new Rates(List.of(
            new RateVersion(
                    Instant.parse("2026-01-01T00:00:00Z"),
                    List.of(new Tier(0, new BigDecimal("0.1")), new Tier(5000, new BigDecimal("0.2")))),
            new RateVersion(Instant.parse("2026-02-01T00:00:00Z"), List.of(new Tier(0, new BigDecimal("0.3"))))));

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 0, 0.1",
        "2026-01-01T00:00:00Z, 4999, 0.1",
        "2026-01-01T00:00:00Z, 5000, 0.2",
        "2026-01-31T23:59:59.999Z, 999999, 0.2",
        "2026-02-01T00:00:00Z, 999999, 0.3"
    })
    void aLineIsOfTheVersionInForceAndTheTierInWhichItBegins(Instant paidAt, BigInteger before, BigDecimal rate) {
        assertThat(RATES.rate(paidAt, before)).isEqualByComparingTo(rate);
    }
}
