package io.factmatrix.plan.domain;

import io.factmatrix.kit.json.Word;
import java.util.Arrays;
import java.util.Optional;

/** How promises contradict each other, or what is allowed; and which department must act. */
public enum ConflictKind implements Word {
    /** A price is below the floor of its product. */
    FLOOR("goods"),
    /** A price is below what a KOL was promised to be the lowest; or in another currency, in which nobody knows. */
    PROTECTION("goods"),
    /** A product is promised that a KOL was promised to have alone. */
    EXCLUSIVITY("creators"),
    /** More units are promised for the same time than there are. */
    STOCK("goods"),
    /** Two campaigns concentrate the same traffic at the same time. */
    BURST("ads");

    private final String department;

    ConflictKind(String department) {
        this.department = department;
    }

    public String department() {
        return department;
    }

    /** As the list of all conflicts calls it: {@code promise.floor}. */
    public String code() {
        return "promise." + word();
    }

    /** The kind of that code, or empty when there is none. */
    public static Optional<ConflictKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
