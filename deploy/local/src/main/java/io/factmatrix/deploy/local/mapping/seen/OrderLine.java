package io.factmatrix.deploy.local.mapping.seen;

/** What a refund names: a line of an order in a shop of a field. */
public record OrderLine(String field, String shop, String order, String line) {

    long fingerprint() {
        return Fingerprint.of(field, shop, order, line);
    }
}
