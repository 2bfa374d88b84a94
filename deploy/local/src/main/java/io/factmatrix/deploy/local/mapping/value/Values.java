package io.factmatrix.deploy.local.mapping.value;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.mapping.yaml.Part;
import io.factmatrix.deploy.local.mapping.yaml.Section;
import io.factmatrix.deploy.local.table.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as a mapping writes them. A text stands for itself, with cells in braces; a map says more about it. */
public final class Values {

    private static final int DEEPEST = 8;

    private static final Map<String, BigDecimal> SECONDS = Map.of(
            "milliseconds", new BigDecimal("0.001"),
            "seconds", BigDecimal.ONE,
            "minutes", BigDecimal.valueOf(60),
            "hours", BigDecimal.valueOf(3_600),
            "days", BigDecimal.valueOf(86_400));

    private static final Map<String, RoundingMode> ROUNDING =
            Map.of("half-up", RoundingMode.HALF_UP, "half-even", RoundingMode.HALF_EVEN, "down", RoundingMode.DOWN);

    private static final Pattern DIGITS_OF_DAY = Pattern.compile("([0-9]{0,2}?)([0-9]{1,2})");

    private final Scope scope;
    private final NumberStyle numbers;
    private final TimeStyle times;

    public Values(Scope scope, NumberStyle numbers, TimeStyle times) {
        this.scope = scope;
        this.numbers = numbers;
        this.times = times;
    }

    /** How numbers are written where nothing else is said. */
    public record NumberStyle(char decimal, @Nullable Character grouping, Set<String> signs) {

        public static final NumberStyle PLAIN = new NumberStyle('.', ',', Set.of());

        /** What this section says, and this style for what it does not say. */
        public NumberStyle in(Section section) {
            Character point = section.take("decimal").map(part -> letter(part)).orElse(decimal);
            var group = section.take("grouping");
            var groups = group.isPresent() ? grouping(group.get()) : grouping;
            if (groups != null && groups.equals(point)) {
                // Who says that a comma is for decimals need not say what it is not for.
                if (group.isPresent()) {
                    throw group.get().refused(String.valueOf(point), "another sign than the decimal one");
                }
                groups = point == ',' ? '.' : ',';
            }
            var beside =
                    section.take("signs").map(part -> Set.copyOf(part.texts())).orElse(signs);
            return new NumberStyle(point, groups, beside);
        }

        private static @Nullable Character grouping(Part part) {
            return part.text().equals("none")
                    ? null
                    : (part.text().equals(" ") ? Character.valueOf(' ') : letter(part));
        }

        private static char letter(Part part) {
            return part.word(
                    text -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty(),
                    "one letter, such as \",\" in quotes");
        }

        NumberForm form() {
            return new NumberForm(decimal, grouping, signs);
        }
    }

    /** How times are written where nothing else is said. */
    public record TimeStyle(List<String> patterns, @Nullable ZoneId zone, Locale language) {

        public static final TimeStyle PLAIN = new TimeStyle(List.of(), null, Locale.ENGLISH);

        /** What this section says, and this style for what it does not say. */
        public TimeStyle in(Section section) {
            var tongue = section.take("language")
                    .map(part -> part.word(TimeStyle::language, "a language tag such as en, pt-BR or th"))
                    .orElse(language);
            var place = section.take("zone")
                    .map(part -> part.word(TimeStyle::zone, "a time zone such as Asia/Shanghai"))
                    .orElse(zone);
            var pattern = section.take("pattern");
            pattern.ifPresent(part -> part.list().forEach(each -> form(each, each.text(), tongue)));
            return new TimeStyle(pattern.map(Part::texts).orElse(patterns), place, tongue);
        }

        private static Optional<Locale> language(String tag) {
            return Arrays.stream(Locale.getAvailableLocales())
                    .filter(known -> !tag.isEmpty() && known.toLanguageTag().equals(tag))
                    .findFirst();
        }

        private static Optional<ZoneId> zone(String name) {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        }

        private static TimeForm form(Part part, String pattern, Locale language) {
            return TimeForm.of(pattern, language)
                    .orElseThrow(() -> part.refused(
                            pattern,
                            "a pattern such as d/M/yyyy H:mm (h:mm a for 12 hours), iso, epoch-seconds, epoch-millis, excel or"
                                    + " days-since 2014-12-31"));
        }

        private List<TimeForm> forms(Part part) {
            var forms = new ArrayList<TimeForm>();
            patterns.forEach(pattern -> forms.add(form(part, pattern, language)));
            forms.add(TimeForm.ISO);
            return forms;
        }
    }

    /** Text: a constant, cells, or both. */
    public Text text(Part part) {
        if (part.isText()) {
            return Template.of(part, scope, scope.unknown(), false);
        }
        var section = part.section();
        var text = text(section);
        section.nothingLeft();
        return text;
    }

    /** The text of a section, which may say more than that. */
    private Text text(Section section) {
        return text(section, false);
    }

    /**
     * @param any whether one known cell is enough
     */
    private Text text(Section section, boolean any) {
        var unknown = new HashSet<>(scope.unknown());
        section.take("unknown").ifPresent(part -> unknown.addAll(part.texts()));
        var column = section.take("column");
        var written = section.take("text");
        if (column.isPresent() == written.isPresent()) {
            throw wrongSource(section.part(), column.isPresent());
        }
        var source = column.isPresent()
                ? Template.column(column.get(), scope, unknown)
                : Template.of(written.orElseThrow(), scope, unknown, any);
        return orDefault(Rewriting.of(source, section, scope), section);
    }

    private static Failure wrongSource(Part part, boolean both) {
        if (part.isUnquoted()) {
            // Which is the mistake that everybody makes once; asked for its text, the part says so.
            part.text();
        }
        var what = both ? "column and text" : "neither column nor text";
        return part.failure("%s: %s (expected: one of column and text)".formatted(part.path(), what));
    }

    private Text orDefault(Text text, Section section) {
        var absent = section.take("default").map(this::text);
        if (absent.isEmpty()) {
            return text;
        }
        var instead = absent.get();
        return row -> {
            var value = text.of(row);
            return value == null ? instead.of(row) : value;
        };
    }

    /** Text that tells rows apart: of several cells one may say nothing. */
    public Text id(Part part) {
        return identifier(Template.of(part, scope, scope.unknown(), true));
    }

    /** As {@link #id(Part)}; the section may say more. */
    public Text id(Section section) {
        return named(text(section, true), section);
    }

    /** The cells of these columns, to be compared with those of other rows. */
    public Function<Row, List<String>> cells(Part names) {
        var columns = scope.columns(names);
        return row -> columns.stream().map(column -> Template.cell(row, column)).toList();
    }

    /** Text that names somebody whom nobody shall know by it: {@code hash}, {@code salt}. */
    public Text name(Part part) {
        if (part.isText()) {
            return identifier(text(part));
        }
        var section = part.section();
        var name = name(section);
        section.nothingLeft();
        return name;
    }

    /** As {@link #name(Part)}; the section may say more. */
    public Text name(Section section) {
        return named(text(section), section);
    }

    private static Text named(Text text, Section section) {
        var hash = section.take("hash").map(Part::flag).orElse(false);
        var salt = section.take("salt");
        if (salt.isPresent() && !hash) {
            throw salt.get().failure(salt.get().path() + ": for nothing (expected: hash: true beside it)");
        }
        if (!hash) {
            return identifier(text);
        }
        var with = salt.map(Part::text).orElse("");
        return row -> {
            var value = text.of(row);
            return value == null ? null : Identifier.hashed(value, with);
        };
    }

    private static Text identifier(Text text) {
        return row -> {
            var value = text.of(row);
            return value == null ? null : Identifier.of(value);
        };
    }

    /** A number of things. */
    public Numeric count(Part part) {
        return number(part, false, 0);
    }

    /** An amount of money, from a section that may say more. */
    public Numeric money(Section section) {
        return number(section, true, 0);
    }

    /** An amount of money. */
    public Numeric money(Part part) {
        return number(part, true, 0);
    }

    /** A length of time in seconds; with its unit where nothing else is said. */
    public Numeric length(Part part) {
        if (part.isText()) {
            var text = text(part);
            return (row, unit) -> {
                var value = text.of(row);
                return value == null ? null : LengthOfTime.seconds(value);
            };
        }
        var section = part.section();
        if (!section.has("as") && !section.has("multiply") && !section.has("add")) {
            var text = text(section);
            section.nothingLeft();
            return (row, unit) -> {
                var value = text.of(row);
                return value == null ? null : LengthOfTime.seconds(value);
            };
        }
        return count(part);
    }

    private Numeric number(Part part, boolean money, int depth) {
        if (depth > DEEPEST) {
            throw part.failure(part.path() + ": too deep (expected: at most " + DEEPEST + " numbers in each other)");
        }
        if (part.isText()) {
            return written(text(part), numbers.form());
        }
        var section = part.section();
        var number = number(section, money, depth);
        section.nothingLeft();
        return number;
    }

    private Numeric number(Section section, boolean money, int depth) {
        Numeric number;
        var factors = section.take("multiply");
        var summands = section.take("add");
        if (factors.isPresent()) {
            number = all(factors.get(), money, depth, BigDecimal.ONE, BigDecimal::multiply);
        } else if (summands.isPresent()) {
            number = all(summands.get(), money, depth, BigDecimal.ZERO, BigDecimal::add);
        } else {
            number = read(section, money);
        }
        var positive = section.take("absolute").map(Part::flag).orElse(false);
        var rounding = section.take("round")
                .map(part -> part.word(word -> Optional.ofNullable(ROUNDING.get(word)), "half-up, half-even or down"))
                .orElse(null);
        var exact = number;
        return (row, unit) -> {
            var value = exact.of(row, unit);
            if (value == null) {
                return null;
            }
            var rounded = rounding == null ? value : value.setScale(unit.digits(), rounding);
            return positive ? rounded.abs() : rounded;
        };
    }

    private Numeric all(Part parts, boolean money, int depth, BigDecimal none, BinaryOperator<BigDecimal> operation) {
        var numbers = parts.list().stream()
                .map(part -> number(part, money, depth + 1))
                .toList();
        return (row, unit) -> {
            var result = none;
            for (var number : numbers) {
                var value = number.of(row, unit);
                if (value == null) {
                    return null;
                }
                result = operation.apply(result, value);
            }
            return result;
        };
    }

    private Numeric read(Section section, boolean money) {
        var as = section.take("as");
        var form = numbers.in(section).form();
        var text = text(section);
        if (as.isEmpty()) {
            return written(text, form);
        }
        var word = as.get().text();
        if (word.equals("duration")) {
            return (row, unit) -> {
                var value = text.of(row);
                return value == null ? null : LengthOfTime.seconds(value);
            };
        }
        var number = written(text, form);
        if (word.equals("minor") && money) {
            return (row, unit) -> {
                var value = number.of(row, unit);
                return value == null ? null : value.movePointLeft(unit.digits());
            };
        }
        var seconds = SECONDS.get(word);
        if (seconds == null) {
            throw as.get()
                    .refused(
                            word, (money ? "minor, " : "") + "duration, milliseconds, seconds, minutes, hours or days");
        }
        return (row, unit) -> {
            var value = number.of(row, unit);
            return value == null ? null : value.multiply(seconds);
        };
    }

    private static Numeric written(Text text, NumberForm form) {
        return (row, unit) -> {
            var value = text.of(row);
            return value == null ? null : form.read(value, unit);
        };
    }

    /** A moment. */
    public Time time(Part part) {
        if (part.isText()) {
            return moment(text(part), times.forms(part), times.zone(), null, null);
        }
        var section = part.section();
        var style = times.in(section);
        var at = section.take("at").map(this::text).orElse(null);
        var plus = section.take("plus").map(this::length).orElse(null);
        var time = moment(text(section), style.forms(part), style.zone(), at, plus);
        section.nothingLeft();
        return time;
    }

    private static Time moment(
            Text text, List<TimeForm> forms, @Nullable ZoneId zone, @Nullable Text at, @Nullable Numeric plus) {
        return row -> {
            var value = text.of(row);
            if (value == null) {
                return null;
            }
            var timeOfDay = at == null ? LocalTime.MIDNIGHT : timeOfDay(at.of(row));
            if (timeOfDay == null) {
                return null;
            }
            for (var form : forms) {
                var written = form.read(value, timeOfDay);
                if (written.isPresent()) {
                    var moment = written.get().in(zone, value);
                    if (plus == null) {
                        return moment;
                    }
                    var seconds = plus.of(row, Unit.COUNT);
                    return seconds == null ? null : moment.plus(millis(seconds), ChronoUnit.MILLIS);
                }
            }
            throw new Unread(
                    value,
                    "a time as "
                            + String.join(
                                    " or ",
                                    forms.stream().map(TimeForm::pattern).toList()));
        };
    }

    private static @Nullable LocalTime timeOfDay(@Nullable String value) throws Unread {
        if (value == null) {
            return null;
        }
        try {
            var digits = DIGITS_OF_DAY.matcher(value);
            if (digits.matches()) {
                var hours = digits.group(1).isEmpty() ? 0 : Integer.parseInt(digits.group(1));
                return LocalTime.of(hours, Integer.parseInt(digits.group(2)));
            }
            return LocalTime.parse(value.matches("[0-9]:.*") ? "0" + value : value);
        } catch (DateTimeException no) {
            throw new Unread(value, "a time of day such as 8:05, 08:05:30 or 805");
        }
    }

    /** In whole milliseconds, as the ledger keeps them. */
    public static long millis(BigDecimal seconds) {
        return seconds.movePointRight(3).setScale(0, RoundingMode.DOWN).longValue();
    }
}
