package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.mapping.EventShape.LineOf;
import io.factmatrix.deploy.local.mapping.seen.Counters;
import io.factmatrix.deploy.local.mapping.seen.Purchases;
import io.factmatrix.deploy.local.mapping.seen.Repeats;
import io.factmatrix.deploy.local.mapping.value.Cells;
import io.factmatrix.deploy.local.mapping.value.Numeric;
import io.factmatrix.deploy.local.mapping.value.Scope;
import io.factmatrix.deploy.local.mapping.value.Text;
import io.factmatrix.deploy.local.mapping.value.Time;
import io.factmatrix.deploy.local.mapping.value.Unit;
import io.factmatrix.deploy.local.mapping.value.Unread;
import io.factmatrix.deploy.local.mapping.value.Values;
import io.factmatrix.deploy.local.mapping.yaml.Part;
import io.factmatrix.deploy.local.mapping.yaml.Section;
import io.factmatrix.deploy.local.table.Row;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.People;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code events:}, each member by what it must be. */
final class EventShapes {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    private final Scope scope;
    private final Values values;
    private final Cells cells;
    private final Optional<Part> currency;

    /** By their columns: all events of a row have the same number, so that a refund has the line that was paid. */
    private final Map<List<String>, Counters> counters = new HashMap<>();

    /**
     * @param currency of amounts that do not say theirs
     */
    EventShapes(Scope scope, Values values, Cells cells, Optional<Part> currency) {
        this.scope = scope;
        this.values = values;
        this.cells = cells;
        this.currency = currency;
    }

    /**
     * @param every members of every event, where it does not say them itself
     */
    EventShape read(int number, Part part, Optional<Part> every) {
        return new Reading(number, part.section(), every.map(Part::section).orElse(null)).shape();
    }

    /** One entry being read. */
    private final class Reading {

        private final int number;
        private final Section event;
        private final @Nullable Section every;
        private final List<Member> members = new ArrayList<>();

        Reading(int number, Section event, @Nullable Section every) {
            this.number = number;
            this.event = event;
            this.every = every;
        }

        EventShape shape() {
            var type = need("type").word(EventType::of, words(EventType.values()));
            scope.taken();
            var when = event.take("when").map(part -> Condition.of(part, cells)).orElse(Condition.ALWAYS);
            scope.taken();
            var repeats = new Repeats[] {Repeats.REFUSE};
            var id = id(need("id"), repeats);
            var idColumns = scope.taken();
            members.add(new Member("type", List.of(), (row, made) -> made.put("type", type.word())));
            var field = need("field");
            if (isConstant(field)) {
                field.word(Field::of, words(Field.values()));
            }
            add("field", words(field));
            names("touchpoint", "shop", "replaces", "product", "audience");
            if (type != EventType.ORDER_REFUNDED
                    && isConstant(field)
                    && !field.text().equals(Field.UNATTRIBUTED.word())) {
                required("touchpoint");
            }
            var lineOf = content(type);
            event.nothingLeft();
            if (every != null) {
                every.nothingLeft();
            }
            return new EventShape(number, type, when, id, repeats[0], idColumns, List.copyOf(members), lineOf);
        }

        private @Nullable LineOf content(EventType type) {
            switch (type) {
                case TRAFFIC -> traffic();
                case AUDIENCE -> {
                    time("occurredAt");
                    add("stage", words(need("stage")));
                }
                case ORDER_PAID -> {
                    time("occurredAt");
                    required("product");
                    need("order", this::name);
                    take("line", this::name);
                    count("quantity", need("quantity"));
                    money();
                    take("sample").ifPresent(part -> add("sample", flag(part)));
                }
                case ORDER_REFUNDED -> {
                    return refund();
                }
                case COST -> {
                    time("occurredAt");
                    add("category", words(need("category")));
                    money();
                    take("status").ifPresent(part -> add("status", words(part)));
                    names("settles");
                }
                case SERVICE -> {
                    time("occurredAt");
                    add("kind", words(need("kind")));
                    names("order");
                }
            }
            return null;
        }

        private @Nullable LineOf refund() {
            time("occurredAt");
            var lineOf = take("line-of").map(part -> {
                var key = values.cells(part);
                return new LineOf(key, scope.taken(), new Purchases());
            });
            if (lineOf.isEmpty()) {
                need("order", this::name);
            } else {
                names("order");
            }
            take("line", this::name);
            money();
            take("quantity").ifPresent(part -> count("quantity", part));
            take("reason").ifPresent(part -> {
                var text = values.text(part);
                add("reason", (row, made) -> put(made, "reason", prose(text.of(row))));
            });
            return lineOf.orElse(null);
        }

        private void traffic() {
            interval();
            for (var counter : Counter.values()) {
                take(counter.member()).ifPresent(part -> count(counter.member(), part));
            }
            take("people").ifPresent(part -> {
                var section = part.section();
                var people = new LinkedHashMap<String, Numeric>();
                for (var step : People.values()) {
                    section.take(step.member()).ifPresent(each -> people.put(step.member(), values.count(each)));
                }
                section.nothingLeft();
                add("people", (row, made) -> {
                    var counted = new LinkedHashMap<String, Object>();
                    for (var step : people.entrySet()) {
                        put(counted, step.getKey(), integer(step.getValue().of(row, Unit.COUNT)));
                    }
                    put(made, "people", counted.isEmpty() ? null : counted);
                });
            });
        }

        /** Two of start, end and duration say the third. */
        private void interval() {
            var start = take("start").map(values::time);
            var end = take("end").map(values::time);
            var duration = take("duration").map(values::length);
            if (start.isPresent() && end.isPresent() && duration.isEmpty()) {
                add(
                        "start",
                        (row, made) ->
                                putInterval(made, start.get().of(row), end.get().of(row)));
            } else if (start.isPresent() && end.isEmpty() && duration.isPresent()) {
                add(
                        "start",
                        (row, made) ->
                                putInterval(made, start.get().of(row), moved(start.get(), duration.get(), row, 1)));
            } else if (start.isEmpty() && end.isPresent() && duration.isPresent()) {
                add(
                        "start",
                        (row, made) -> putInterval(
                                made,
                                moved(end.get(), duration.get(), row, -1),
                                end.get().of(row)));
            } else {
                throw event.part()
                        .failure(event.part().path()
                                + ": not two of start, end and duration (expected: when the interval of the counters"
                                + " began, and when it ended or how long it was)");
            }
        }

        private void time(String name) {
            var time = values.time(need(name));
            add(name, (row, made) -> put(made, name, written(time.of(row))));
        }

        private void count(String name, Part part) {
            var count = values.count(part);
            add(name, (row, made) -> put(made, name, integer(count.of(row, Unit.COUNT))));
        }

        private void money() {
            var part = need("amount");
            Numeric amount;
            Part code;
            if (part.isText()) {
                amount = values.money(part);
                code = currency.orElseThrow(() -> part.failure(
                        part.path() + ": no currency (expected: currency: beside the number, or for the whole file)"));
            } else {
                var section = part.section();
                code = section.take("currency")
                        .or(() -> currency)
                        .orElseThrow(() -> part.failure(part.path()
                                + ": no currency (expected: currency: beside the number, or for the whole file)"));
                amount = values.money(section);
                section.nothingLeft();
            }
            if (isConstant(code)) {
                code.word(Unit::of, "an ISO 4217 currency such as CNY");
            }
            var of = values.text(code);
            add("amount", (row, made) -> put(made, "amount", amount(amount, of.of(row), row)));
        }

        private Text id(Part part, Repeats[] repeats) {
            if (part.isText()) {
                return values.id(part);
            }
            var section = part.section();
            section.take("repeats").ifPresent(each -> repeats[0] = each.word(Repeats::of, Repeats.WORDS));
            var id = values.id(section);
            section.nothingLeft();
            return id;
        }

        private void names(String... names) {
            for (var name : names) {
                take(name, this::name);
            }
        }

        private void name(String name, Part part) {
            var text = part.isSection() ? counterOrName(part) : values.name(part);
            add(name, (row, made) -> put(made, name, text.of(row)));
        }

        /** {@code counter: [Invoice]}: the how-manieth row of this invoice. */
        private Text counterOrName(Part part) {
            var section = part.section();
            var counter = section.take("counter");
            if (counter.isEmpty()) {
                var name = values.name(section);
                section.nothingLeft();
                return name;
            }
            var key = values.cells(counter.get());
            section.nothingLeft();
            var counted = counters.computeIfAbsent(counter.get().texts(), columns -> new Counters());
            return row -> Long.toString(counted.of(row.number(), key.apply(row)));
        }

        private void required(String name) {
            if (members.stream().noneMatch(member -> member.name().equals(name))) {
                need(name);
            }
        }

        private void need(String name, Naming naming) {
            naming.add(name, need(name));
        }

        private void take(String name, Naming naming) {
            take(name).ifPresent(part -> naming.add(name, part));
        }

        private Part need(String name) {
            return take(name).or(() -> Optional.of(event.need(name))).orElseThrow();
        }

        private Optional<Part> take(String name) {
            var own = event.take(name);
            var shared = every == null ? Optional.<Part>empty() : every.take(name);
            return own.isPresent() ? own : shared;
        }

        private void add(String name, Member.Writing writing) {
            members.add(new Member(name, scope.taken(), writing));
        }
    }

    private interface Naming {

        void add(String name, Part part);
    }

    private Member.Writing words(Part part) {
        var text = values.text(part);
        var name = part.path().substring(part.path().lastIndexOf('.') + 1);
        return (row, made) -> put(made, name, text.of(row));
    }

    private Member.Writing flag(Part part) {
        var text = values.text(part);
        return (row, made) -> {
            var value = text.of(row);
            if (value != null && !value.equals("true") && !value.equals("false")) {
                throw new Unread(value, "true or false: map: in the mapping");
            }
            put(made, "sample", value == null ? null : value.equals("true"));
        };
    }

    private static void putInterval(
            Map<String, Object> event, @Nullable OffsetDateTime start, @Nullable OffsetDateTime end) {
        put(event, "start", written(start));
        put(event, "end", written(end));
        put(event, "occurredAt", written(end));
    }

    private static @Nullable OffsetDateTime moved(Time from, Numeric seconds, Row row, int sign) throws Unread {
        var time = from.of(row);
        var length = seconds.of(row, Unit.COUNT);
        return time == null || length == null ? null : time.plus(sign * Values.millis(length), ChronoUnit.MILLIS);
    }

    private static @Nullable String written(@Nullable OffsetDateTime time) {
        return time == null ? null : (time.getNano() == 0 ? SECONDS : MILLIS).format(time);
    }

    private static @Nullable Object integer(@Nullable BigDecimal number) throws Unread {
        if (number == null) {
            return null;
        }
        try {
            return number.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        } catch (ArithmeticException no) {
            throw new Unread(number.toPlainString(), "a whole number, or round: in the mapping");
        }
    }

    private static @Nullable Object amount(Numeric amount, @Nullable String currency, Row row) throws Unread {
        if (currency == null) {
            throw new Unread("no currency", "one in its column");
        }
        var unit = Unit.of(currency).orElseThrow(() -> new Unread(currency, "an ISO 4217 currency such as CNY"));
        var number = amount.of(row, unit);
        if (number == null) {
            return null;
        }
        var exact = number.stripTrailingZeros();
        if (exact.scale() > unit.digits()) {
            throw new Unread(
                    exact.toPlainString(),
                    "at most %d decimals for %s, or round: in the mapping".formatted(unit.digits(), currency));
        }
        var money = new LinkedHashMap<String, Object>();
        money.put("amount", exact.setScale(unit.digits()).toPlainString());
        money.put("currency", currency);
        return money;
    }

    /** Text for people: what cannot be printed becomes a space, and it is no longer than the ledger takes. */
    private static @Nullable String prose(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.isEmpty() ? null : plain;
    }

    private static void put(Map<String, Object> event, String name, @Nullable Object value) {
        if (value != null) {
            event.put(name, value);
        }
    }

    private static boolean isConstant(Part part) {
        return part.isText() && !part.text().contains("{");
    }

    private static String words(EventType[] types) {
        return "one of " + Arrays.stream(types).map(EventType::word).collect(Collectors.joining(", "));
    }

    private static String words(Field[] fields) {
        return "one of " + Arrays.stream(fields).map(Field::word).collect(Collectors.joining(", "));
    }
}
