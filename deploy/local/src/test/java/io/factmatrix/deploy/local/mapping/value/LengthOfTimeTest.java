package io.factmatrix.deploy.local.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthOfTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3分钟20秒|200", "1小时2分|3720", "5h 13min|18780", "3h12m5s|11525", "1 hour, 5 minutes|3900", "90 min|5400",
                        "24h|86400",
                "1d|86400", "1:02:03|3723", "3:20|200", "0:00:01.5|1.5", "PT5H13M|18780", "250 ms|0.25", "1.5h|5400"
            })
    void lengthsAreReadWithTheirUnits(String text, String seconds) throws Unread {
        assertThat(LengthOfTime.seconds(text)).isEqualByComparingTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "5 parsecs", "h", "3 min and more", "-5 min", "1:2:3:4", "Pxy", "分钟"})
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> LengthOfTime.seconds(text))
                .isInstanceOf(Unread.class)
                .hasMessageContaining(text + " (expected: a length of time with units");
    }
}
