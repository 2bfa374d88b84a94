package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.change.Chain;
import io.factmatrix.gateway.domain.change.Change;
import io.factmatrix.gateway.domain.change.Factor;
import io.factmatrix.gateway.domain.change.Mix;
import io.factmatrix.gateway.domain.change.Side;
import io.factmatrix.gateway.domain.change.Sides;
import io.factmatrix.gateway.domain.change.Unexplained;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why GPM by impression moved from one period to another: in each field, in the whole, and between the fields; as it is answered. */
final class GpmChange {

    private final List<Sides> fields;
    private final Sides total;
    private final Amounts in;

    GpmChange(Sections<FieldFigures> before, Sections<FieldFigures> after) {
        this.fields = Sections.FIELDS.stream()
                .map(field -> new Sides(field.word(), ofField(before, field), ofField(after, field)))
                .toList();
        this.total = new Sides("total", ofWhole(before), ofWhole(after));
        this.in = new Amounts(after.question().currency());
    }

    private static Side ofField(Sections<FieldFigures> sections, Field field) {
        var known = sections.known().get(field);
        return Side.ofField(known == null ? null : known.figures());
    }

    private static Side ofWhole(Sections<FieldFigures> sections) {
        return Side.ofWhole(sections.known().values().stream()
                .map(FieldFigures::figures)
                .reduce(Figures::plus)
                .orElse(null));
    }

    Map<String, @Nullable Object> body() {
        var members = new Members();
        fields.forEach(field -> members.add(field.of(), change(field, field.obstacle())));
        return new Members()
                .add("fields", members.object())
                .add("total", change(total, ofTotal()))
                .add("betweenFields", betweenFields())
                .object();
    }

    /** Both periods of the whole are to be over the same fields. */
    private Optional<Unexplained> ofTotal() {
        return fields.stream()
                .filter(field ->
                        field.before().figures() == null || field.after().figures() == null)
                .findFirst()
                .map(field -> Unexplained.missing(field.of()))
                .or(total::obstacle);
    }

    private Map<String, @Nullable Object> change(Sides sides, Optional<Unexplained> obstacle) {
        var change = obstacle.isPresent() ? null : sides.change();
        return new Members()
                .add("before", gpm(sides.before()))
                .add("after", gpm(sides.after()))
                .add("change", change == null ? null : in.money(change.amount()))
                .add(
                        "coverage",
                        new Members()
                                .add("before", coverage(sides.before()))
                                .add("after", coverage(sides.after()))
                                .object())
                .add("factors", change == null ? null : factors(change))
                .add("reason", reason(obstacle))
                .object();
    }

    private @Nullable String gpm(Side side) {
        return side.shownGpm().map(in::money).orElse(null);
    }

    /** The share of GMV that lies where all four counters are known. */
    private static @Nullable BigDecimal coverage(Side side) {
        var figures = side.figures();
        var chain = side.chain();
        return figures == null ? null : Amounts.ratio(chain == null ? BigInteger.ZERO : chain.gmv(), figures.gmv());
    }

    private Map<String, @Nullable Object> factors(Change change) {
        var factors = new Members();
        change.parts()
                .forEach((factor, part) -> factors.add(
                        factor.word(),
                        new Members()
                                .add("before", value(factor, change.before()))
                                .add("after", value(factor, change.after()))
                                .add("amount", in.money(part.amount()))
                                .add("share", Change.shown(part.share()))
                                .object()));
        return factors.object();
    }

    /** Money as a text, a rate as a number. */
    private @Nullable Object value(Factor factor, Chain chain) {
        var value = chain.factor(factor);
        return factor == Factor.AOV
                ? in.moneyEach(value.numerator(), value.denominator())
                : Amounts.ratio(value.numerator(), value.denominator());
    }

    private Map<String, @Nullable Object> betweenFields() {
        var mix = new Mix(fields);
        var obstacle = ofTotal().or(mix::obstacle);
        var parts = obstacle.isPresent() ? null : mix.parts(total.change().amount());
        return new Members()
                .add("mix", parts == null ? null : sum(parts, Mix.Part::mix))
                .add("within", parts == null ? null : sum(parts, Mix.Part::within))
                .add("fields", parts == null ? null : parts(parts))
                .add("reason", reason(obstacle))
                .object();
    }

    private String sum(Map<String, Mix.Part> parts, Function<Mix.Part, BigInteger> amount) {
        return in.money(parts.values().stream().map(amount).reduce(BigInteger.ZERO, BigInteger::add));
    }

    private Map<String, @Nullable Object> parts(Map<String, Mix.Part> parts) {
        var fields = new Members();
        parts.forEach((field, part) -> {
            var factors = new Members();
            part.factors().forEach((factor, amount) -> factors.add(factor.word(), in.money(amount)));
            fields.add(
                    field,
                    new Members()
                            .add("mix", in.money(part.mix()))
                            .add("within", in.money(part.within()))
                            .add("factors", factors.object())
                            .object());
        });
        return fields.object();
    }

    private static @Nullable Map<String, @Nullable Object> reason(Optional<Unexplained> obstacle) {
        return obstacle.map(found -> new Members()
                        .add("code", found.code())
                        .add("detail", found.detail())
                        .object())
                .orElse(null);
    }
}
