package io.factmatrix.gateway.domain.lens;

import io.factmatrix.gateway.domain.Members;
import io.factmatrix.gateway.domain.MerchantAudience;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.lens.FigureNames.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a merchant's figures are through a lens. */
public record LensReading(LensDefinition definition, OperatingView view, MerchantAudience audience) {

    private static final int DIGITS = 6;

    /** A value, or why there is none. */
    private record Told(@Nullable Object value, @Nullable String reason) {

        static Told unknown(String reason) {
            return new Told(null, reason);
        }
    }

    /** As it is answered. */
    public Map<String, @Nullable Object> body() {
        var question = view.current().sections().question();
        var figures = new LensFigures(view, audience);
        return new Members()
                .add("merchant", view.merchant().value())
                .add("lens", definition.lens().word())
                .add("period", question.period().body())
                .add("currency", question.currency().getCurrencyCode())
                .add(
                        "complete",
                        view.current().sections().isComplete()
                                && audience.sections().isComplete())
                .add("letters", letters(figures))
                .object();
    }

    private List<Map<String, @Nullable Object>> letters(LensFigures figures) {
        return definition.letters().stream()
                .map(letter -> letter.head()
                        .add(
                                "figures",
                                letter.gauges().stream()
                                        .map(gauge -> gauge(gauge, figures))
                                        .toList())
                        .add("reason", letter.reason())
                        .object())
                .toList();
    }

    private static Map<String, @Nullable Object> gauge(Gauge gauge, LensFigures figures) {
        var told = told(gauge, figures);
        return new Members()
                .addAll(gauge.members())
                .add("value", told.value())
                .add("standing", standing(gauge, number(told.value())))
                .add("reason", told.reason())
                .object();
    }

    private static Told told(Gauge gauge, LensFigures figures) {
        var value = figure(gauge.figure(), figures);
        if (gauge.over() == null || value.value() == null) {
            return value;
        }
        // Of a part of the whole a share would look like one of all of it.
        if (!figures.unknownOfTotal().isEmpty() && Named.of(gauge.over()).of().equals("total")) {
            return Told.unknown(gauge.over() + " is not known of " + figures.unknownOfTotal());
        }
        var over = figure(gauge.over(), figures);
        return over.value() == null ? over : ratio(gauge.over(), number(value.value()), number(over.value()));
    }

    private static Told figure(String name, LensFigures figures) {
        var value = figures.of(Named.of(name));
        return value == null
                ? Told.unknown(name + ": nobody reported it, or there is nothing to divide by")
                : new Told(value, null);
    }

    private static Told ratio(String name, @Nullable BigDecimal value, @Nullable BigDecimal over) {
        return value == null || over == null || over.signum() == 0
                ? Told.unknown(name + " is 0: there is nothing to divide by")
                : new Told(value.divide(over, DIGITS, RoundingMode.HALF_UP), null);
    }

    /** People are as many as they are estimated to be. */
    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof Map<?, ?> people) {
            return number(people.get("value"));
        }
        return value == null ? null : new BigDecimal(value.toString());
    }

    private static @Nullable String standing(Gauge gauge, @Nullable BigDecimal value) {
        if (value == null || (gauge.low() == null && gauge.high() == null)) {
            return null;
        }
        if (gauge.low() != null && value.compareTo(gauge.low()) < 0) {
            return "low";
        }
        return gauge.high() != null && value.compareTo(gauge.high()) > 0 ? "high" : "within";
    }
}
