package io.factmatrix.gateway.domain;

import static io.factmatrix.gateway.domain.TouchpointFigures.sold;
import static io.factmatrix.gateway.domain.TouchpointFigures.touchpoint;
import static io.factmatrix.ledger.domain.figures.TouchpointKind.CONTENT;
import static io.factmatrix.ledger.domain.figures.TouchpointKind.OTHER;
import static io.factmatrix.ledger.domain.figures.TouchpointKind.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.OperatingView.Scoreboard;
import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldKinds;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why GPM moved, by kind of touchpoint. */
class MerchantGpmChangeTest {

    private static final MerchantId M1 = MerchantId.of("m1");
    private static final Question QUESTION = new Question(
            new Period(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 15), ZoneId.of("Asia/Shanghai")),
            Currency.getInstance("CNY"),
            null,
            null,
            null,
            null);

    @Property(tries = 300)
    void partsOfAllKindsSumToWhatTheViewTells(
            @ForAll("figures") Figures session,
            @ForAll("figures") Figures other,
            @ForAll("figures") Figures content,
            @ForAll("figures") Figures sessionAfter,
            @ForAll("figures") Figures otherAfter,
            @ForAll("figures") Figures contentAfter) {
        var before = Map.of(
                Field.LIVESTREAM, Map.of(SESSION, session, OTHER, other), Field.CREATOR, Map.of(CONTENT, content));
        var after = Map.of(
                Field.LIVESTREAM,
                Map.of(SESSION, sessionAfter, OTHER, otherAfter),
                Field.CREATOR,
                Map.of(CONTENT, contentAfter, OTHER, otherAfter));
        var told = change(before, after, Set.of());
        var view = view(before, after);
        for (var of : new String[] {"/fields/livestream", "/fields/creator", "/total"}) {
            var whole = told.at(of);
            for (var member : new String[] {"before", "after", "change", "factors", "reason"}) {
                assertThat(whole.get(member)).as(of).isEqualTo(view.at(of).get(member));
            }
            var change = money(whole.at("/change"));
            assertThat(money(whole.at("/betweenKinds/mix")).add(money(whole.at("/betweenKinds/within"))))
                    .isEqualByComparingTo(change);
            assertThat(sum(whole.at("/betweenKinds/kinds"), "mix").add(sum(whole.at("/betweenKinds/kinds"), "within")))
                    .isEqualByComparingTo(change);
        }
        var ofSessions = told.at("/fields/livestream/kinds/session");
        assertThat(ofSessions).isEqualTo(told.at("/total/kinds/session"));
        assertThat(sum(ofSessions.at("/factors"), "amount")).isEqualByComparingTo(money(ofSessions.at("/change")));
    }

    @Provide
    Arbitrary<Figures> figures() {
        var count = Arbitraries.longs().between(1, 1_000_000_000);
        return Combinators.combine(count, count, count, count, count, count)
                .as((impressions, views, shown, clicks, orders, gmv) ->
                        touchpoint(impressions, views, shown, clicks, orders, gmv));
    }

    @Example
    void aKindThatCameIsMix() {
        var well = touchpoint(1_000, 200, 90, 30, 7, 70_123);
        var told = change(
                Map.of(Field.LIVESTREAM, Map.of(OTHER, well)),
                Map.of(Field.LIVESTREAM, Map.of(OTHER, well, SESSION, touchpoint(500, 400, 300, 200, 100, 90_000))),
                Set.of());
        var between = told.at("/fields/livestream/betweenKinds");
        assertThat(between.at("/kinds/session/mix").stringValue()).isEqualTo("600.00");
        assertThat(between.at("/kinds/session/within").stringValue()).isEqualTo("0.00");
        assertThat(between.at("/kinds/other/within").stringValue()).isEqualTo("0.00");
        assertThat(told.at("/fields/livestream/kinds/session/before").isNull()).isTrue();
        assertThat(told.at("/fields/livestream/kinds/session/reason/code").stringValue())
                .isEqualTo("factor.unknown");
    }

    @Example
    void aFieldThatDoesNotAnswerIsNamedAndNoKindOfItIsTold() {
        var kinds = Map.of(SESSION, touchpoint(1_000, 200, 90, 30, 7, 70_123), OTHER, sold());
        var told = change(Map.of(Field.LIVESTREAM, kinds), Map.of(Field.LIVESTREAM, kinds), Set.of(Field.KOL));
        assertThat(told.at("/complete").booleanValue()).isFalse();
        assertThat(told.at("/fields/livestream/change").stringValue()).isEqualTo("0.00");
        assertThat(told.at("/fields/kol/kinds").isEmpty()).isTrue();
        for (var of : new String[] {"/fields/kol", "/fields/kol/betweenKinds", "/total", "/total/betweenKinds"}) {
            assertThat(told.at(of + "/reason/detail").stringValue()).startsWith("kol: not known in both periods");
        }
    }

    private static JsonNode change(
            Map<Field, Map<TouchpointKind, Figures>> before,
            Map<Field, Map<TouchpointKind, Figures>> after,
            Set<Field> away) {
        Function<Field, FieldKinds> then =
                field -> new FieldKinds(field, Standing.START, before.getOrDefault(field, Map.of()));
        Function<Field, FieldKinds> now =
                field -> new FieldKinds(field, Standing.START, after.getOrDefault(field, Map.of()));
        return JsonMapper.shared()
                .valueToTree(new MerchantGpmChange(
                                M1, sections(QUESTION.previous(), then, away), sections(QUESTION, now, Set.of()))
                        .body());
    }

    /** What the view tells of the same. */
    private static JsonNode view(
            Map<Field, Map<TouchpointKind, Figures>> before, Map<Field, Map<TouchpointKind, Figures>> after) {
        var view = new OperatingView(
                M1,
                new Scoreboard(sections(QUESTION, field -> whole(field, after), Set.of())),
                new Scoreboard(sections(QUESTION.previous(), field -> whole(field, before), Set.of())));
        return JsonMapper.shared().valueToTree(view.body()).at("/gpmChange");
    }

    private static FieldFigures whole(Field field, Map<Field, Map<TouchpointKind, Figures>> kinds) {
        return new FieldFigures(
                field,
                Standing.START,
                kinds.getOrDefault(field, Map.of()).values().stream().reduce(Figures.NONE, Figures::plus));
    }

    private static <A extends FieldAnswer<A>> Sections<A> sections(
            Question question, Function<Field, A> answers, Set<Field> away) {
        var sections = new EnumMap<Field, Section<A>>(Field.class);
        for (var field : Sections.FIELDS) {
            sections.put(
                    field,
                    away.contains(field)
                            ? new Missing<>(field.word() + " timed out")
                            : new Fresh<>(answers.apply(field)));
        }
        return new Sections<>(question, sections);
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
