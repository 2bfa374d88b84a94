package io.factmatrix.gateway.domain.work.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleSettings;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Objects;

/**
 * In which case evidence is judged.
 *
 * @param at the moment; rules of days judge the last one that was over then
 */
public record Judging(MerchantId merchant, Instant at, RuleSettings settings) {

    private static final int RATE_DIGITS = 6;

    /** So many whole days, the last one over at that moment. */
    public Period lastDays(int days) {
        var today = at.atZone(settings.zone()).toLocalDate();
        return new Period(today.minusDays(days), today, settings.zone());
    }

    double threshold(String name) {
        return settings.thresholds().of(name);
    }

    /** A path of the merchant's. */
    String path(String rest) {
        return "/v1/merchants/" + merchant + rest;
    }

    /** Those days in the cockpit of the department whose work it is: that one may open it. */
    String cockpit(Department usual, Period days) {
        var department = Objects.requireNonNullElse(settings.department(), usual);
        return path("/departments/%s?from=%s&to=%s&zone=%s&currency=%s"
                .formatted(
                        department.word(),
                        days.from(),
                        days.to(),
                        encoded(days.zone().getId()),
                        settings.currency()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Minor units as the decimal of the API. */
    String money(long minor) {
        return new Money(minor, settings.currency()).decimal();
    }

    /** The decimal of the API as minor units of that currency. */
    static BigInteger minor(String decimal, String currency) {
        return new BigDecimal(decimal)
                .movePointRight(Money.digitsOf(currency).orElseThrow())
                .toBigInteger();
    }

    /** HALF_UP to six decimals, as rates are told. */
    static BigDecimal rate(double value) {
        return BigDecimal.valueOf(value).setScale(RATE_DIGITS, RoundingMode.HALF_UP);
    }
}
