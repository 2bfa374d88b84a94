package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.change.Chain;
import io.factmatrix.gateway.domain.change.Change;
import io.factmatrix.gateway.domain.change.Factor;
import io.factmatrix.gateway.domain.change.Mix;
import io.factmatrix.gateway.domain.change.Side;
import io.factmatrix.gateway.domain.change.Sides;
import io.factmatrix.gateway.domain.change.Unexplained;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why GPM by impression moved from one period to another: in a whole, in each of its parts, and between these; as it is answered. */
final class GpmChange {

    private final List<Sides> parts;
    private final Sides whole;
    private final Optional<Unexplained> gap;
    private final Amounts in;

    /**
     * @param gap why both periods of the whole are not over the same parts; empty when they are
     */
    GpmChange(List<Sides> parts, Sides whole, Optional<Unexplained> gap, Currency currency) {
        this.parts = parts;
        this.whole = whole;
        this.gap = gap;
        this.in = new Amounts(currency);
    }

    /** Each part's own, by its name. */
    Map<String, @Nullable Object> parts() {
        var members = new Members();
        parts.forEach(part -> members.add(part.of(), change(part, part.obstacle())));
        return members.object();
    }

    Map<String, @Nullable Object> whole() {
        return change(whole, ofWhole());
    }

    private Optional<Unexplained> ofWhole() {
        return gap.or(whole::obstacle);
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

    /**
     * How much of the whole's change its parts' shares brought, and how much their own rates.
     *
     * @param name of the parts
     */
    Map<String, @Nullable Object> between(String name) {
        var mix = new Mix(parts);
        var obstacle = ofWhole().or(mix::obstacle);
        var moved = obstacle.isPresent() ? null : mix.parts(whole.change().amount());
        return new Members()
                .add("mix", moved == null ? null : sum(moved, Mix.Part::mix))
                .add("within", moved == null ? null : sum(moved, Mix.Part::within))
                .add(name, moved == null ? null : moved(moved))
                .add("reason", reason(obstacle))
                .object();
    }

    private String sum(Map<String, Mix.Part> moved, Function<Mix.Part, BigInteger> amount) {
        return in.money(moved.values().stream().map(amount).reduce(BigInteger.ZERO, BigInteger::add));
    }

    private Map<String, @Nullable Object> moved(Map<String, Mix.Part> moved) {
        var members = new Members();
        moved.forEach((of, part) -> {
            var factors = new Members();
            part.factors().forEach((factor, amount) -> factors.add(factor.word(), in.money(amount)));
            members.add(
                    of,
                    new Members()
                            .add("mix", in.money(part.mix()))
                            .add("within", in.money(part.within()))
                            .add("factors", factors.object())
                            .object());
        });
        return members.object();
    }

    private static @Nullable Map<String, @Nullable Object> reason(Optional<Unexplained> obstacle) {
        return obstacle.map(found -> new Members()
                        .add("code", found.code())
                        .add("detail", found.detail())
                        .object())
                .orElse(null);
    }
}
