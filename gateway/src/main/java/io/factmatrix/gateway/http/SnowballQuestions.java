package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.snowball.Change;
import io.factmatrix.gateway.domain.snowball.Meter;
import io.factmatrix.kit.paging.Parameters;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the snowball meter is asked for. */
final class SnowballQuestions {

    static final Set<String> PARAMETERS =
            Set.of("from", "to", "zone", "currency", "shop", "paidImpressions", "enter", "gpm");

    private static final int USUAL_DAYS = 120;

    /** A plus that was not encoded arrives as a blank, and a percent sign is not to be encoded by who does not want it. */
    private static final Pattern PERCENT = Pattern.compile("[ +-]?[0-9]{1,3}(\\.[0-9]{1,2})?%?");

    private static final String CHANGE = "a change in percent from -100 to +999, such as +20";

    private SnowballQuestions() {}

    static Question question(Parameters parameters, Instant now) {
        return Questions.ofLast(USUAL_DAYS, Meter.MOST_DAYS, parameters, now);
    }

    /** Null when nothing is to be otherwise. */
    static @Nullable Change change(Parameters parameters) {
        var paid = parameters.optional("paidImpressions", CHANGE, SnowballQuestions::multiple);
        var enter = parameters.optional("enter", CHANGE, SnowballQuestions::multiple);
        var gpm = parameters.optional("gpm", CHANGE, SnowballQuestions::multiple);
        return paid == null && enter == null && gpm == null
                ? null
                : new Change(
                        Objects.requireNonNullElse(paid, 1.0),
                        Objects.requireNonNullElse(enter, 1.0),
                        Objects.requireNonNullElse(gpm, 1.0));
    }

    private static @Nullable Double multiple(String text) {
        if (!PERCENT.matcher(text).matches()) {
            return null;
        }
        double percent = Double.parseDouble(text.strip().replace("%", ""));
        return percent < -100 ? null : 1 + percent / 100;
    }
}
