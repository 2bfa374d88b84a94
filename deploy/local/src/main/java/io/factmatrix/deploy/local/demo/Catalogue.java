package io.factmatrix.deploy.local.demo;

import java.util.ArrayList;
import java.util.List;

/** What is sold; the first products more often than the last. */
final class Catalogue {

    /** In fen. The cheap ones draw people in, the dear ones carry the profit. */
    private static final long[] PRICES = {
        6_900, 8_900, 3_990, 10_900, 2_990, 12_900, 4_990, 11_900, 1_990, 15_900, 5_990, 19_900, //
        7_900, 3_590, 13_900, 4_590, 21_900, 9_900, 1_290, 16_900, 12_500, 25_900, 7_190, 32_900, //
        8_990, 39_900, 6_290, 17_900, 11_500, 45_900, 14_900, 2_390, 29_900, 8_200, 23_900, 59_900
    };

    private final List<Product> products = new ArrayList<>();

    Catalogue() {
        for (var price : PRICES) {
            products.add(new Product("sku-%02d".formatted(products.size() + 1), price));
        }
    }

    /**
     * Something to sell.
     *
     * @param price in fen
     */
    record Product(String id, long price) {}

    /** Those that are sold most. */
    List<Product> first(int many) {
        return products.subList(0, many);
    }

    /** So many, each another one. */
    List<Product> choose(Chance chance, int many) {
        var chosen = new ArrayList<Product>(many);
        while (chosen.size() < many) {
            var product = products.get(chance.early(products.size()));
            if (!chosen.contains(product)) {
                chosen.add(product);
            }
        }
        return chosen;
    }
}
