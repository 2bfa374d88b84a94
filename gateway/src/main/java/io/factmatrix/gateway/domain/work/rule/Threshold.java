package io.factmatrix.gateway.domain.work.rule;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.math.BigDecimal;

/**
 * A number of a rule that a merchant sets.
 *
 * @param usual where nothing is set
 * @param decimals at most so many
 */
public record Threshold(String name, BigDecimal usual, BigDecimal least, BigDecimal most, int decimals) {

    /** A count. */
    static Threshold count(String name, int usual, int least, int most) {
        return new Threshold(name, BigDecimal.valueOf(usual), BigDecimal.valueOf(least), BigDecimal.valueOf(most), 0);
    }

    /** Any other number, with at most two decimals. */
    static Threshold of(String name, String usual, String least, String most) {
        return new Threshold(name, new BigDecimal(usual), new BigDecimal(least), new BigDecimal(most), 2);
    }

    /** That member, or what is usual where it is absent. */
    BigDecimal read(Members members) throws Refused {
        return members.has(name) ? members.number(name, least, most, decimals) : usual;
    }
}
