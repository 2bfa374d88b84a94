package io.factmatrix.deploy.local.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {

    private static final NumberForm PLAIN = new NumberForm('.', ',', Set.of("pcs"));
    private static final NumberForm COMMA = new NumberForm(',', '.', Set.of());
    private static final NumberForm SPACE = new NumberForm(',', ' ', Set.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "007|7",
                "12.50|12.5",
                "1,234.50|1234.5",
                "1,23,456|123456",
                "-3|-3",
                "+3|3",
                "−3|-3",
                ".5|0.5",
                "5.|5",
                "(12.00)|-12",
                "13.99%|0.1399",
                "1.2万|12000",
                "3.5亿|350000000",
                "8.2K|8200",
                "1.5m|1500000",
                "2w|20000",
                "1e-05|0.00001",
                "2.5E+3|2500",
                "１２３|123",
                "12 pcs|12"
            })
    void numbersAreReadExactly(String text, String value) throws Unread {
        assertThat(PLAIN.read(text, Unit.COUNT)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc", "1,5", "1,2345", "12,34", "1.2.3", "10万+", "--5", "1 2", "$5", "~3", "5-", "1K万", ".", "3h"
            })
    void whatCouldMeanSomethingElseIsNone(String text) {
        assertThatThrownBy(() -> PLAIN.read(text, Unit.COUNT))
                .isInstanceOf(Unread.class)
                .hasMessage(text + " (expected: a number such as 1,234.50)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "¥1,234.50|CNY|1234.5", "￥12|CNY|12", "12元|CNY|12", "CNY 3|CNY|3", "-£12|GBP|-12", "£-12|GBP|-12",
                "RM 12,480.50|MYR|12480.5", "฿1,200|THB|1200", "R$ 7.50|BRL|7.5", "$3|USD|3", "US$3|USD|3",
                        "(€5)|EUR|-5"
            })
    void theSignOfItsCurrencyMayStandBesideAnAmount(String text, String currency, String value) throws Unread {
        assertThat(PLAIN.read(text, Unit.of(currency).orElseThrow())).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"£5|CNY", "€5|USD", "RM5|CNY"})
    void theSignOfAnotherCurrencyMayNot(String text, String currency) {
        assertThatThrownBy(() -> PLAIN.read(text, Unit.of(currency).orElseThrow()))
                .isInstanceOf(Unread.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234,50|1234.5", "0,5|0.5", "1.234|1234", "-7,00|-7"})
    void aCommaMayMeanDecimals(String text, String value) throws Unread {
        assertThat(COMMA.read(text, Unit.COUNT)).isEqualByComparingTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234,50", "1\u00a0234,50", "1\u202f234,50"})
    void spacesOfAllKindsMayGroup(String text) throws Unread {
        assertThat(SPACE.read(text, Unit.COUNT)).isEqualByComparingTo("1234.50");
    }
}
