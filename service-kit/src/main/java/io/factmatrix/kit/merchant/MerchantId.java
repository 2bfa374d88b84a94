package io.factmatrix.kit.merchant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The id of a merchant: {@code [a-z0-9][a-z0-9-]{0,62}}. That it needs no quoting anywhere is relied upon. */
public record MerchantId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public MerchantId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("merchant: %s (expected: %s)".formatted(value, FORM));
        }
    }

    /** The merchant of that id; {@link IllegalArgumentException} when it has not the form of one. */
    public static MerchantId of(String value) {
        return new MerchantId(value);
    }

    static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
