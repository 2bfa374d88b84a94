package io.factmatrix.deploy.local.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Something to sell.
 *
 * @param price in fen
 */
record Product(String id, long price) {

    private static final long[] PRICES = {
        1_990, 2_990, 3_990, 4_900, 5_990, 6_900, 7_990, 8_900, 9_900, 11_900, 12_900, 14_900, 15_900, 16_900, 18_900,
        19_900, 21_900, 23_900, 25_900, 29_900, 32_900, 39_900, 49_900, 59_900
    };

    static List<Product> catalogue() {
        var products = new ArrayList<Product>();
        for (var price : PRICES) {
            products.add(new Product("sku-%02d".formatted(products.size() + 1), price));
        }
        return List.copyOf(products);
    }
}
