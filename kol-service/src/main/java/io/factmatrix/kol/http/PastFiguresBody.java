package io.factmatrix.kol.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kol.domain.kol.Estimate;
import io.factmatrix.kol.domain.kol.PastFigures;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import java.math.BigDecimal;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Past figures as JSON: each a {@code value}, or {@code lower} and {@code upper}, or absent. */
final class PastFiguresBody {

    private PastFiguresBody() {}

    /** Reads a figure of one kind. */
    @FunctionalInterface
    private interface Reader<T> {

        T read(Members members, String member) throws Refused;
    }

    /** The member {@code pastFigures}; nothing is known where it is absent. */
    static PastFigures read(Members members) throws Refused {
        var figures = members.object("pastFigures");
        var read = new PastFigures(
                count(figures, "followers"),
                count(figures, "viewers"),
                estimate(
                        figures,
                        "gmv",
                        (in, member) -> MoneyMember.read(in, member, 0),
                        (lower, upper) -> lower.currency().equals(upper.currency()) && lower.minor() <= upper.minor()),
                estimate(figures, "returnRate", PastFiguresBody::share, (lower, upper) -> lower.compareTo(upper) <= 0));
        figures.nothingLeft();
        return read;
    }

    private static @Nullable Estimate<Long> count(Members figures, String member) throws Refused {
        return estimate(figures, member, (in, name) -> in.integer(name, 0), (lower, upper) -> lower <= upper);
    }

    private static BigDecimal share(Members members, String member) throws Refused {
        return members.present(member, members.optionalShare(member)).stripTrailingZeros();
    }

    private static <T> @Nullable Estimate<T> estimate(
            Members figures, String member, Reader<T> reader, BiPredicate<T, T> inOrder) throws Refused {
        if (!figures.has(member)) {
            return null;
        }
        var estimate = figures.object(member);
        var read = estimate.has("value")
                ? Estimate.exactly(reader.read(estimate, "value"))
                : new Estimate<>(reader.read(estimate, "lower"), reader.read(estimate, "upper"));
        estimate.nothingLeft();
        if (!inOrder.test(read.lower(), read.upper())) {
            throw estimate.invalid(
                    "upper", shown(read.upper()), "at least the lower, %s".formatted(shown(read.lower())));
        }
        return read;
    }

    private static Object shown(Object figure) {
        return figure instanceof Money money ? money.decimal() + " " + money.currency() : figure;
    }
}
