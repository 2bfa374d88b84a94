package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.Amounts;
import io.factmatrix.gateway.domain.MerchantRecommendation;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.recommendation.Limits;
import io.factmatrix.gateway.domain.recommendation.Response;
import io.factmatrix.gateway.domain.recommendation.Wish;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is to be divided among the fields, and within which limits. */
final class RecommendationQuestions {

    static final Set<String> PARAMETERS =
            Set.of("from", "to", "zone", "currency", "shop", "budget", "days", "least", "most", "change");

    private static final int USUAL_DAYS = 120;
    private static final int USUAL_AHEAD = 14;
    private static final int MOST_AHEAD = 90;

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]?");
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,4})?");
    private static final Pattern SHARE = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,6})?");

    private static final String FIELDS =
            MerchantRecommendation.FIELDS.stream().map(Field::word).collect(Collectors.joining(", "));

    private final Parameters parameters;
    private final Currency currency;
    private final Amounts in;

    private RecommendationQuestions(Parameters parameters, Currency currency) {
        this.parameters = parameters;
        this.currency = currency;
        this.in = new Amounts(currency);
    }

    static Question question(Parameters parameters, Instant now) {
        return Questions.ofLast(USUAL_DAYS, Response.MOST_DAYS, parameters, now);
    }

    static Wish wish(Parameters parameters, Currency currency) {
        return new RecommendationQuestions(parameters, currency).wish();
    }

    private Wish wish() {
        var budget = parameters.optional("budget", "an amount of " + money(), this::minor);
        var days = parameters.optional("days", "an integer from 1 to " + MOST_AHEAD, RecommendationQuestions::days);
        return new Wish(currency, budget, Objects.requireNonNullElse(days, USUAL_AHEAD), limits(budget));
    }

    private static @Nullable Integer days(String text) {
        int days = DAYS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        return days < 1 || days > MOST_AHEAD ? null : days;
    }

    private Map<Field, Limits> limits(@Nullable BigInteger budget) {
        var least = each("least", money(), this::minor);
        var most = each("most", money(), this::minor);
        var change = each(
                "change",
                "a share from 0, such as 0.2",
                text -> SHARE.matcher(text).matches() ? new BigDecimal(text) : null);
        least.forEach((field, atLeast) -> {
            var atMost = most.get(field);
            if (atMost != null && atLeast.compareTo(atMost) > 0) {
                throw ProblemException.invalid(
                        "least",
                        "%s:%s".formatted(field.word(), in.money(atLeast)),
                        "at most %s, the most of it".formatted(in.money(atMost)));
            }
        });
        var all = least.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (budget != null && all.compareTo(budget) > 0) {
            throw ProblemException.invalid(
                    "budget",
                    in.money(budget),
                    "at least %s, the least of all fields together".formatted(in.money(all)));
        }
        return MerchantRecommendation.FIELDS.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        field -> new Limits(least.get(field), most.get(field), change.get(field))));
    }

    /** What a parameter says of some fields, as {@code livestream:1000.00,kol:0}. */
    private <T> Map<Field, T> each(String name, String expected, Function<String, @Nullable T> reader) {
        var each = new EnumMap<Field, T>(Field.class);
        var text = parameters.given(name);
        if (text == null) {
            return each;
        }
        for (var entry : text.split(",", -1)) {
            int colon = entry.indexOf(':');
            var field = Field.of(entry.substring(0, Math.max(0, colon)))
                    .filter(MerchantRecommendation.FIELDS::contains)
                    .orElseThrow(() ->
                            ProblemException.invalid(name, entry, "FIELD:VALUE, with a field of %s".formatted(FIELDS)));
            var value = reader.apply(entry.substring(colon + 1));
            if (value == null) {
                throw ProblemException.invalid(name, entry, "behind the field's colon " + expected);
            }
            if (each.put(field, value) != null) {
                throw ProblemException.invalid(name, entry, "each field once");
            }
        }
        return each;
    }

    private String money() {
        return "%s from 0, such as %s".formatted(currency.getCurrencyCode(), in.money(BigInteger.valueOf(100_000)));
    }

    private @Nullable BigInteger minor(String text) {
        if (!MONEY.matcher(text).matches()) {
            return null;
        }
        var amount = new BigDecimal(text)
                .movePointRight(currency.getDefaultFractionDigits())
                .stripTrailingZeros();
        return amount.scale() > 0 ? null : amount.toBigIntegerExact();
    }
}
