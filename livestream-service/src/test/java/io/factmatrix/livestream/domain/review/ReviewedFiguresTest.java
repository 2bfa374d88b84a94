package io.factmatrix.livestream.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ReviewedFiguresTest {

    private static ReviewedFigures figures(String currency, long refunds, long watermark) {
        return new ReviewedFigures(
                currency,
                BigInteger.valueOf(12_345),
                BigInteger.valueOf(refunds),
                BigInteger.valueOf(12_345 - refunds),
                BigInteger.valueOf(7),
                BigInteger.valueOf(9),
                BigInteger.valueOf(50),
                watermark);
    }

    @Test
    void whatWasReviewedIsReadAgainFromJson() {
        for (var currency : new String[] {"CNY", "JPY", "KWD"}) {
            var reviewed = figures(currency, 45, Long.MAX_VALUE);
            var json = JsonMapper.shared().writeValueAsString(reviewed.members());
            Map<String, Object> read = JsonMapper.shared().readValue(json, new TypeReference<>() {});
            assertThat(ReviewedFigures.of(read)).isEqualTo(reviewed);
        }
        assertThat(figures("CNY", 45, 3).members()).containsEntry("netGmv", "123.00");
    }

    @Test
    void aRefundAfterTheReviewIsSeen() {
        var since = new Since(figures("CNY", 45, 3), figures("CNY", 145, 9));
        assertThat(since.members())
                .containsEntry("changed", true)
                .containsEntry("refunds", "1.00")
                .containsEntry("netGmv", "-1.00")
                .containsEntry("gmv", "0.00")
                .containsEntry("watermark", "9");
        assertThat(new Since(figures("CNY", 45, 3), figures("CNY", 45, 9)).isChanged())
                .isFalse();
        assertThatThrownBy(() -> new Since(figures("CNY", 45, 3), figures("JPY", 45, 9)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
