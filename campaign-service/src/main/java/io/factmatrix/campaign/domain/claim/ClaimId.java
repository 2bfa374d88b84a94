package io.factmatrix.campaign.domain.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;
import java.util.regex.Pattern;

/** The id of a claim, one of an offer's; given by whoever claims, so that he can ask again without claiming again. */
public record ClaimId(@JsonValue String value) implements Id {

    public static final Kind CLAIM = new Kind("claim");

    /** What stands in a path as it is (RFC 3986, 2.3), and is no {@code ..}. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}");

    /** 400 {@code claim.invalid} when it has not the form of one. */
    public static ClaimId of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw ProblemException.invalid("claim", text, "a letter or digit, and up to 63 letters, digits or . _ ~ -");
        }
        return new ClaimId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
