package io.factmatrix.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.OperatingView.Scoreboard;
import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why GPM moved, as it is answered. */
class GpmChangeTest {

    private static final Figures WELL = TouchpointFigures.touchpoint(1_000, 200, 90, 30, 7, 70_123);
    private static final Figures BETTER = TouchpointFigures.touchpoint(3_000, 777, 200, 71, 23, 300_451);
    private static final Figures OTHER = TouchpointFigures.touchpoint(10_000, 500, 400, 50, 5, 10_000);

    @ParameterizedTest
    @CsvSource({"CNY, 701.23, 1001.50, 300.27", "JPY, 70123, 100150, 30027", "KWD, 70.123, 100.150, 30.027"})
    void partsSumToTheFenInEveryCurrency(String currency, String before, String after, String moved) {
        var change = change(currency, Map.of(Field.KOL, WELL), Map.of(Field.KOL, BETTER), Set.of());
        for (var of : new String[] {"/fields/kol", "/total"}) {
            var told = change.at(of);
            assertThat(told.at("/before").stringValue()).isEqualTo(before);
            assertThat(told.at("/after").stringValue()).isEqualTo(after);
            assertThat(told.at("/change").stringValue()).isEqualTo(moved);
            assertThat(told.at("/factors").propertyNames())
                    .containsExactly("enter", "productShow", "productClick", "order", "aov");
            assertThat(sum(told.at("/factors"), "amount")).isEqualByComparingTo(moved);
            assertThat(told.at("/factors/enter/before").toString()).isEqualTo("0.200000");
            assertThat(told.at("/reason").isNull()).isTrue();
        }
    }

    @Test
    void betweenFieldsTheMixIsApartFromTheRates() {
        var change = change(
                "CNY",
                Map.of(Field.KOL, WELL, Field.CREATOR, OTHER),
                Map.of(Field.KOL, BETTER, Field.CREATOR, OTHER),
                Set.of());
        var between = change.at("/betweenFields");
        var whole = new BigDecimal(change.at("/total/change").stringValue());
        assertThat(money(between.at("/mix")).add(money(between.at("/within")))).isEqualByComparingTo(whole);
        assertThat(sum(between.at("/fields"), "mix").add(sum(between.at("/fields"), "within")))
                .isEqualByComparingTo(whole);
        assertThat(between.at("/fields").propertyNames()).containsExactly("creator", "kol");
        assertThat(money(between.at("/fields/creator/within"))).isZero();
        assertThat(money(between.at("/fields/creator/mix"))).isNegative();
    }

    @Test
    void unknownIsNullWithItsReason() {
        var change = change("CNY", Map.of(Field.KOL, TouchpointFigures.sold()), Map.of(Field.KOL, BETTER), Set.of());
        assertThat(change.at("/fields/kol/before").isNull()).isTrue();
        assertThat(change.at("/fields/kol/after").stringValue()).isEqualTo("1001.50");
        assertThat(change.at("/fields/kol/change").isNull()).isTrue();
        assertThat(change.at("/fields/kol/factors").isNull()).isTrue();
        assertThat(change.at("/fields/kol/coverage").toString()).isEqualTo("{\"before\":0.000000,\"after\":1.000000}");
        assertThat(change.at("/fields/kol/reason/code").stringValue()).isEqualTo("factor.unknown");
        assertThat(change.at("/total/reason/detail").stringValue())
                .startsWith("total: no touchpoint of the period before");
        assertThat(change.at("/betweenFields/mix").isNull()).isTrue();
        assertThat(change.at("/betweenFields/reason/code").stringValue()).isEqualTo("factor.unknown");
    }

    @Test
    void aFieldThatDoesNotAnswerLeavesTheOthersTheirs() {
        var change = change("CNY", Map.of(Field.KOL, WELL), Map.of(Field.KOL, BETTER), Set.of(Field.CREATOR));
        assertThat(change.at("/fields/kol/change").stringValue()).isEqualTo("300.27");
        assertThat(change.at("/fields/creator/reason").toString())
                .isEqualTo(
                        "{\"code\":\"field.missing\",\"detail\":\"creator: not known in both periods (expected: an answer for each)\"}");
        assertThat(change.at("/total/reason/code").stringValue()).isEqualTo("field.missing");
        assertThat(change.at("/betweenFields/reason/code").stringValue()).isEqualTo("field.missing");
    }

    @Test
    void salesThatNobodyCountedStandBesideWhatIsDecomposed() {
        var change = change(
                "CNY",
                Map.of(Field.KOL, WELL, Field.UNATTRIBUTED, TouchpointFigures.sold()),
                Map.of(Field.KOL, BETTER, Field.UNATTRIBUTED, TouchpointFigures.sold()),
                Set.of());
        assertThat(change.at("/total/change").stringValue()).isEqualTo("300.27");
        assertThat(change.at("/total/coverage/after").decimalValue()).isLessThan(BigDecimal.ONE);
        assertThat(change.at("/betweenFields/fields").propertyNames()).containsExactly("kol");
    }

    private static JsonNode change(
            String currency, Map<Field, Figures> before, Map<Field, Figures> after, Set<Field> away) {
        var question = new Question(
                new Period(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 15), ZoneId.of("Asia/Shanghai")),
                Currency.getInstance(currency),
                null,
                null,
                null,
                null);
        var view = new OperatingView(
                MerchantId.of("m1"),
                scoreboard(question, after, Set.of()),
                scoreboard(question.previous(), before, away));
        return JsonMapper.shared().valueToTree(view.body()).at("/gpmChange");
    }

    private static Scoreboard scoreboard(Question question, Map<Field, Figures> figures, Set<Field> away) {
        var sections = new EnumMap<Field, Section<FieldFigures>>(Field.class);
        for (var field : Sections.FIELDS) {
            var known = figures.getOrDefault(field, Figures.NONE);
            sections.put(
                    field,
                    away.contains(field)
                            ? new Missing<>(field.word() + " timed out")
                            : new Fresh<>(new FieldFigures(field, Standing.START, known)));
        }
        return new Scoreboard(new Sections<>(question, sections));
    }

    private static BigDecimal sum(JsonNode members, String amount) {
        return members.properties().stream()
                .map(member -> money(member.getValue().get(amount)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal money(JsonNode text) {
        return new BigDecimal(text.stringValue());
    }
}
