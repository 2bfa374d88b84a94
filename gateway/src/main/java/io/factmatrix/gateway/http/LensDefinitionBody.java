package io.factmatrix.gateway.http;

import io.factmatrix.gateway.domain.definition.Definition.Text;
import io.factmatrix.gateway.domain.lens.FigureNames;
import io.factmatrix.gateway.domain.lens.Gauge;
import io.factmatrix.gateway.domain.lens.Lens;
import io.factmatrix.gateway.domain.lens.LensDefinition;
import io.factmatrix.gateway.domain.lens.Letter;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a lens is to show, as JSON. */
final class LensDefinitionBody {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_LETTERS = 10;
    private static final int MOST_FIGURES = 10;

    /** Of whatever a figure may be, and as exactly as a rate is told. */
    private static final BigDecimal GREATEST = BigDecimal.TEN.pow(15);

    private static final int DECIMALS = 6;

    private LensDefinitionBody() {}

    static LensDefinition read(Lens lens, Members members) throws Refused {
        var letters = members.objects("letters", MOST_LETTERS, LensDefinitionBody::letter);
        var given = letters.stream().map(Letter::letter).toList();
        if (!given.equals(lens.letters())) {
            throw members.invalid(
                    "letters",
                    String.join(" ", given),
                    "%s, the letters of %s".formatted(String.join(" ", lens.letters()), lens.word()));
        }
        return new LensDefinition(lens, letters);
    }

    private static Letter letter(Members members) throws Refused {
        var letter = members.text("letter");
        var names = members.object("name");
        var name = new Text(names.prose("en", LONGEST_NAME), names.prose("zh", LONGEST_NAME));
        names.nothingLeft();
        var gauges = members.objects("figures", MOST_FIGURES, LensDefinitionBody::gauge);
        var reason = members.optionalProse("reason", LONGEST_REASON);
        if (gauges.isEmpty() && reason == null) {
            throw members.invalid("figures", "none", "a figure, or the reason why there is none");
        }
        if (!gauges.isEmpty() && reason != null) {
            throw members.invalid("reason", reason, "none, where there are figures");
        }
        return new Letter(letter, name, gauges, reason);
    }

    private static Gauge gauge(Members members) throws Refused {
        var figure = figure(members, "figure", members.text("figure"));
        var over = members.optionalText("over");
        if (over != null) {
            sum(members, "figure", figure);
            sum(members, "over", figure(members, "over", over));
        }
        var low = bound(members, "low");
        var high = bound(members, "high");
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw members.invalid("low", low.toPlainString(), "at most high, " + high.toPlainString());
        }
        return new Gauge(figure, over, low, high);
    }

    private static String figure(Members members, String member, String name) throws Refused {
        if (!FigureNames.isFigure(name)) {
            throw members.invalid(
                    member,
                    name,
                    "a figure of the view such as gmv or gpm.view, paidShare and the like, or a stage such as audience.aware; of one field behind its name, creator.gmv");
        }
        return name;
    }

    private static void sum(Members members, String member, String name) throws Refused {
        if (!FigureNames.isSum(name)) {
            throw members.invalid(member, name, "in a ratio one of " + FigureNames.sumsInWords());
        }
    }

    /** The same number in one form alone, so that it is the same definition. */
    private static @Nullable BigDecimal bound(Members members, String member) throws Refused {
        if (!members.has(member)) {
            return null;
        }
        var number =
                members.number(member, GREATEST.negate(), GREATEST, DECIMALS).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
