package io.factmatrix.deploy.local.mapping.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenTest {

    @Test
    void theTableIsAMap() {
        var table = new LongTable();
        Map<Long, Long> map = new HashMap<>();
        var random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            // Many alike, and many that fall on the same place.
            var key = (long) random.nextInt(20_000) << random.nextInt(40);
            var value = random.nextLong();
            table.put(key, value);
            map.put(key, value);
        }

        assertThat(map).hasSizeGreaterThan(10_000).containsKey(0L);
        map.forEach((key, value) -> assertThat(table.get(key)).hasValue(value));
        assertThat(table.get(-5)).isEmpty();
    }

    @Test
    void fingerprintsTellTextsApart() {
        assertThat(Fingerprint.of("a", "bc"))
                .isEqualTo(Fingerprint.of("a", "bc"))
                .isNotEqualTo(Fingerprint.of("ab", "c"))
                .isNotEqualTo(Fingerprint.of("a", "b", "c"));
    }

    @Test
    void theLatestPurchaseWithEnoughLeftIsFound() {
        var purchases = new Purchases();
        for (int i = 0; i < 5_000; i++) {
            purchases.add(i % 7, new OrderLine("kol", i % 2 == 0 ? "main" : "b", "order-" + i, "1"), "CNY", i);
        }

        var found = purchases.latest(3, "kol", "main", "CNY", 4_000).orElseThrow();
        assertThat(found.line()).isEqualTo(new OrderLine("kol", "main", "order-4994", "1"));
        purchases.refund(found, 4_994 - 100);
        assertThat(purchases
                        .latest(3, "kol", "main", "CNY", 4_000)
                        .orElseThrow()
                        .line()
                        .order())
                .isEqualTo("order-4980");
        assertThat(purchases.latest(3, "kol", "main", "USD", 1)).isEmpty();
        assertThat(purchases.latest(3, "creator", "main", "CNY", 1)).isEmpty();
        assertThat(purchases.latest(8, "kol", "main", "CNY", 1)).isEmpty();
    }
}
