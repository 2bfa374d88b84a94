package io.factmatrix.ledger.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.StrictJson;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.MoneyMember;
import io.factmatrix.ledger.domain.event.People;
import io.factmatrix.ledger.domain.event.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a line as an event, by the rules that an event keeps by itself; those between events are the ledger's. */
final class EventDecoder {

    private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_REASON = 500;

    private static final Set<String> TYPES =
            Arrays.stream(EventType.values()).map(EventType::word).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> STAGES = Set.of("saw", "interacted");
    private static final Set<String> KINDS = Set.of("complaint", "inquiry", "praise");
    private static final Set<String> STATUSES = Set.of("estimated", "settled");
    private static final Set<String> CATEGORIES = Set.copyOf(Content.Cost.CATEGORIES);

    private final StrictJson json = new StrictJson("line", 4);
    private final Set<Field> fields;
    private final Set<String> fieldWords;

    /**
     * @param fields those whose ledgers are kept here
     */
    EventDecoder(Set<Field> fields) {
        this.fields = fields;
        this.fieldWords = fields.stream().map(Field::word).collect(Collectors.toUnmodifiableSet());
    }

    /** What was read of a line: the event, or why it is none, with its id where that could be read. */
    record Decoded(
            @Nullable String id,
            @Nullable Event event,
            @Nullable Rejection refused) {}

    Decoded decode(byte[] line) {
        @Nullable String id = null;
        try {
            var members = json.read(line);
            id = members.text("id");
            var event = event(id, members);
            members.nothingLeft();
            return new Decoded(id, event, null);
        } catch (Refused refused) {
            return new Decoded(id, null, new Rejection(refused.code(), refused.detail()));
        }
    }

    private Event event(String id, Members members) throws Refused {
        var type = members.word("type", EventType::of, TYPES);
        var field = members.word("field", word -> Field.of(word).filter(fields::contains), fieldWords);
        var touchpoint = members.optionalText("touchpoint");
        if (touchpoint == null && field != Field.UNATTRIBUTED && type != EventType.ORDER_REFUNDED) {
            throw Refused.missing("touchpoint");
        }
        var occurredAt = members.time("occurredAt");
        if (occurredAt.isBefore(EARLIEST)) {
            throw Refused.invalid("occurredAt", occurredAt, "not before " + EARLIEST);
        }
        var product = type == EventType.ORDER_PAID ? members.text("product") : members.optionalText("product");
        var audience = type == EventType.AUDIENCE ? members.text("audience") : members.optionalText("audience");
        return new Event(
                id,
                field,
                touchpoint,
                Objects.requireNonNullElse(members.optionalText("shop"), "main"),
                members.optionalText("replaces"),
                occurredAt,
                product,
                audience,
                content(type, occurredAt, members));
    }

    private static Content content(EventType type, Instant occurredAt, Members members) throws Refused {
        return switch (type) {
            case TRAFFIC -> traffic(occurredAt, members);
            case AUDIENCE -> new Content.Seen(members.word("stage", STAGES));
            case ORDER_PAID ->
                new Content.OrderPaid(
                        members.text("order"),
                        line(members),
                        members.integer("quantity", 1),
                        MoneyMember.read(members, "amount", 0),
                        members.flag("sample"));
            case ORDER_REFUNDED ->
                new Content.OrderRefunded(
                        members.text("order"),
                        line(members),
                        MoneyMember.read(members, "amount", 1),
                        members.optionalInteger("quantity", 1),
                        members.optionalProse("reason", LONGEST_REASON));
            case COST -> cost(members);
            case SERVICE -> new Content.Service(members.word("kind", KINDS), members.optionalText("order"));
        };
    }

    private static String line(Members members) throws Refused {
        return Objects.requireNonNullElse(members.optionalText("line"), "1");
    }

    private static Content traffic(Instant occurredAt, Members members) throws Refused {
        var start = members.time("start");
        var end = members.time("end");
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Refused.invalid("start", start, "before end, %s, by at most 24 h".formatted(end));
        }
        if (start.isBefore(EARLIEST)) {
            throw Refused.invalid("start", start, "not before " + EARLIEST);
        }
        if (!end.equals(occurredAt)) {
            throw Refused.invalid("occurredAt", occurredAt, "end, " + end);
        }
        var counters = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : Counter.values()) {
            var value = members.optionalInteger(counter.member(), 0);
            if (value != null) {
                counters.put(counter, value);
            }
        }
        var reported = members.object("people");
        var people = new EnumMap<People, Long>(People.class);
        for (var step : People.values()) {
            var value = reported.optionalInteger(step.member(), 0);
            if (value != null) {
                people.put(step, value);
            }
        }
        reported.nothingLeft();
        return new Content.Traffic(start, counters, people);
    }

    private static Content cost(Members members) throws Refused {
        var category = members.word("category", CATEGORIES);
        var amount = MoneyMember.read(members, "amount", 0);
        boolean estimated = members.word("status", STATUSES, "settled").equals("estimated");
        var settles = members.optionalText("settles");
        if (settles != null && estimated) {
            throw Refused.invalid("settles", settles, "none: this cost is itself an estimate");
        }
        return new Content.Cost(category, amount, estimated, settles);
    }
}
