package io.factmatrix.ledger.domain.rollup;

import java.math.BigInteger;
import java.util.Arrays;

/** Several sums side by side that never overflow silently: longs, until one of them needs more. */
public final class Sums {

    private final long[] small;
    private BigInteger[] carried = {};

    public Sums(int size) {
        this.small = new long[size];
    }

    /** Adds to a sum of sales. */
    public void add(Sale sale, long value) {
        add(sale.ordinal(), value);
    }

    /** Adds to the sum at that place. */
    public void add(int place, long value) {
        long sum = small[place] + value;
        if (((small[place] ^ sum) & (value ^ sum)) < 0) {
            carry(place);
            sum = value;
        }
        small[place] = sum;
    }

    private void carry(int place) {
        if (carried.length == 0) {
            carried = new BigInteger[small.length];
            Arrays.fill(carried, BigInteger.ZERO);
        }
        carried[place] = carried[place].add(BigInteger.valueOf(small[place]));
    }

    /** Whether every sum is a long. */
    public boolean fitsLongs() {
        return carried.length == 0;
    }

    /** The sum at that place, where {@link #fitsLongs}. */
    public long small(int place) {
        return small[place];
    }

    /** The sum at that place. */
    public BigInteger at(int place) {
        var value = BigInteger.valueOf(small[place]);
        return carried.length == 0 ? value : value.add(carried[place]);
    }

    /** Whether every sum is zero, so that adding them changes nothing. */
    public boolean isZero() {
        for (int place = 0; place < small.length; place++) {
            if (small[place] != 0 || (!fitsLongs() && at(place).signum() != 0)) {
                return false;
            }
        }
        return true;
    }
}
