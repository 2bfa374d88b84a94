package io.factmatrix.kit.json;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A constant of an enum as the API writes it. */
public interface Word {

    String name();

    /** {@code tiktok-shop} for {@code TIKTOK_SHOP}. */
    @JsonValue
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of that word, or empty when there is none. */
    static <E extends Enum<E> & Word> Optional<E> of(Class<E> constants, String word) {
        return Arrays.stream(constants.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst();
    }

    /** All words of that enum. */
    static <E extends Enum<E> & Word> Set<String> all(Class<E> constants) {
        return Arrays.stream(constants.getEnumConstants()).map(Word::word).collect(Collectors.toUnmodifiableSet());
    }

    /** What is expected where one of them is: {@code one of closed, open}. */
    static <E extends Enum<E> & Word> String expected(Class<E> constants) {
        return all(constants).stream().sorted().collect(Collectors.joining(", ", "one of ", ""));
    }
}
