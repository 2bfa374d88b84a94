package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Foreign;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was paid, refunded and spent in currencies that were not asked for: visible, and not mixed in. */
final class OtherCurrencies {

    private OtherCurrencies() {}

    /** One object for each currency, by its code, of the fields that have it. */
    static List<Map<String, @Nullable Object>> of(Map<Field, Figures> fields) {
        var byCurrency = new TreeMap<String, Map<Field, Foreign>>();
        fields.forEach((field, figures) -> figures.otherCurrencies()
                .forEach((currency, foreign) -> byCurrency
                        .computeIfAbsent(currency, absent -> new LinkedHashMap<>())
                        .put(field, foreign)));
        return byCurrency.entrySet().stream()
                .map(entry -> currency(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, @Nullable Object> currency(String code, Map<Field, Foreign> foreign) {
        var in = new Amounts(Currency.getInstance(code));
        var fields = new Members();
        foreign.forEach((field, sums) -> fields.add(field.word(), sums(sums, in)));
        var total = foreign.values().stream().reduce(Foreign::plus).orElseThrow();
        return new Members()
                .add("currency", code)
                .add("fields", fields.object())
                .add("total", sums(total, in))
                .object();
    }

    private static Map<String, @Nullable Object> sums(Foreign sums, Amounts in) {
        return new Members()
                .add("gmv", in.money(sums.gmv()))
                .add("refunds", in.money(sums.refunds()))
                .add("cost", in.money(sums.cost()))
                .object();
    }
}
