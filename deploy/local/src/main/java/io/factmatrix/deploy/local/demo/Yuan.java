package io.factmatrix.deploy.local.demo;

import java.math.BigDecimal;
import java.util.Map;

/** Money as the API takes it. */
final class Yuan {

    private Yuan() {}

    static Map<String, String> of(long fen) {
        return Map.of("amount", BigDecimal.valueOf(fen, 2).toPlainString(), "currency", "CNY");
    }
}
