package io.factmatrix.deploy.helm;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;

/** A range of addresses, as in {@code 10.0.0.0/8}; without a length it is one address. */
record Cidr(BigInteger start, int length, int bits) {

    static Cidr of(String text) {
        var slash = text.indexOf('/');
        var address = InetAddresses.forString(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        var bits = address.length * 8;
        var cidr = new Cidr(
                new BigInteger(1, address), slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1)), bits);
        if (cidr.length > bits
                || !cidr.start.equals(cidr.start.shiftRight(cidr.host()).shiftLeft(cidr.host()))) {
            throw new AssertionError(text + ": (expected: the first address of a range)");
        }
        return cidr;
    }

    private int host() {
        return bits - length;
    }

    boolean holds(Cidr other) {
        return bits == other.bits
                && other.length >= length
                && start.shiftRight(host()).equals(other.start.shiftRight(host()));
    }
}
