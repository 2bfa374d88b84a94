package io.factmatrix.gateway.domain.snowball;

import java.time.LocalDate;
import java.util.List;

/**
 * Days and what tells them, outliers apart.
 *
 * @param days in which those that lead nowhere are mended
 */
record Fitted(Observations days, Estimation estimation, Outliers outliers) {

    static Fitted of(Observations days) {
        var first = Estimation.of(days);
        var outliers = Outliers.of(days, first);
        return outliers.days().isEmpty()
                ? new Fitted(days, first, outliers)
                : new Fitted(outliers.mended(), Estimation.of(outliers.mended()), outliers);
    }

    List<LocalDate> outlierDates() {
        return outliers.days().stream().map(days::date).toList();
    }

    Forecast forecast(Change change) {
        return Forecast.snowball(days, estimation, new double[Forecast.DAYS], change);
    }
}
