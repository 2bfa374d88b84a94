package io.factmatrix.deploy.local.mapping.value;

import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a number counts.
 *
 * @param digits its decimals: those of the currency, none of things
 * @param signs what may stand before or behind it
 */
public record Unit(int digits, Set<String> signs) {

    /** Things, people, seconds. */
    public static final Unit COUNT = new Unit(0, Set.of());

    /** Signs that people write and the locales of Java do not know. */
    private static final Map<String, Set<String>> WRITTEN = Map.of(
            "CNY", Set.of("元", "RMB"),
            "JPY", Set.of("円"),
            "TWD", Set.of("NT$"),
            "USD", Set.of("$", "US$"));

    private static final Map<String, Optional<Unit>> CURRENCIES = new ConcurrentHashMap<>();

    /** Money of an ISO 4217 currency; empty when there is no such currency. */
    public static Optional<Unit> of(String currency) {
        return CURRENCIES.computeIfAbsent(currency, Unit::known);
    }

    private static Optional<Unit> known(String code) {
        try {
            var currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0
                    ? Optional.empty()
                    : Optional.of(new Unit(currency.getDefaultFractionDigits(), signs(currency)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The code, and the sign that it has where it is paid with. */
    private static Set<String> signs(Currency currency) {
        var signs = new HashSet<>(WRITTEN.getOrDefault(currency.getCurrencyCode(), Set.of()));
        signs.add(currency.getCurrencyCode());
        for (var locale : Locale.getAvailableLocales()) {
            if (isPaidIn(currency, locale)) {
                signs.add(NumberForm.plain(currency.getSymbol(locale)));
            }
        }
        return signs;
    }

    private static boolean isPaidIn(Currency currency, Locale locale) {
        if (locale.getCountry().length() != 2) {
            return false;
        }
        try {
            return currency.equals(Currency.getInstance(locale));
        } catch (IllegalArgumentException noCountry) {
            return false;
        }
    }
}
