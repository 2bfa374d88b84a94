package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.mapping.seen.Fingerprint;
import io.factmatrix.deploy.local.mapping.seen.Ids;
import io.factmatrix.deploy.local.mapping.seen.OrderLine;
import io.factmatrix.deploy.local.mapping.seen.PaidLines;
import io.factmatrix.deploy.local.mapping.seen.Purchases.Purchase;
import io.factmatrix.deploy.local.mapping.value.Identifier;
import io.factmatrix.deploy.local.mapping.value.Unread;
import io.factmatrix.deploy.local.table.Row;
import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.http.EventRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of the rows of one file, one after the other. A row with any problem makes none, so that it can be mended and
 * imported again; what counts rows counts it all the same, so that the ids of the others stay as they are.
 */
final class RowEvents {

    /** How far an event may lie ahead of the ledger's clock. */
    private static final Duration AHEAD = Duration.ofHours(24);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int columns;
    private final Condition when;
    private final List<EventShape> shapes;
    private final InstantSource clock;
    private final EventRules rules = new EventRules();
    private final Ids ids = new Ids();
    private final PaidLines paidLines = new PaidLines();

    /**
     * @param columns how many a row has
     * @param when which rows are read at all
     */
    RowEvents(int columns, Condition when, List<EventShape> shapes, InstantSource clock) {
        this.columns = columns;
        this.when = when;
        this.shapes = shapes;
        this.clock = clock;
    }

    /** What became of a row. */
    sealed interface Outcome {

        /** At least one event, and perhaps some that were there before. */
        record Made(List<MadeEvent> events) implements Outcome {}

        /** No event is for such a row. */
        record Skipped() implements Outcome {}

        /** All that it says was said before. */
        record Repeated() implements Outcome {}

        /**
         * @param id of the event that was not made, where it has one
         */
        record Refused(@Nullable String id, List<Problem> problems) implements Outcome {}
    }

    /** An event as it is sent. */
    record MadeEvent(EventShape shape, String json) {}

    Outcome of(Row row) {
        if (row.flaw() != null) {
            return refused(
                    "row.quotes",
                    "row: %s (expected: a quote inside a quoted cell is written twice, or file.quote in the mapping)"
                            .formatted(row.flaw()));
        }
        if (row.cells().size() != columns) {
            return refused(
                    "row.ragged",
                    "row: %d cells (expected: %d, as many as columns)"
                            .formatted(row.cells().size(), columns));
        }
        if (row.hasNoText()) {
            return refused("row.encoding", "row: bytes that are no text (expected: another encoding: in the mapping)");
        }
        try {
            if (!when.holds(row)) {
                return new Outcome.Skipped();
            }
            var shaped = new ArrayList<EventShape>();
            for (var shape : shapes) {
                if (shape.when().holds(row)) {
                    shaped.add(shape);
                }
            }
            return shaped.isEmpty() ? new Outcome.Skipped() : made(row, shaped);
        } catch (Unread unread) {
            return refused("when.invalid", "when: " + unread.getMessage());
        }
    }

    private static Outcome refused(String code, String detail) {
        return new Outcome.Refused(null, List.of(Problem.of(code, detail)));
    }

    private Outcome made(Row row, List<EventShape> shaped) {
        var drafts = shaped.stream().map(shape -> new Draft(row, shape)).toList();
        var problems = drafts.stream().flatMap(draft -> draft.problems.stream()).toList();
        if (!problems.isEmpty()) {
            var id = drafts.stream()
                    .filter(draft -> !draft.problems.isEmpty())
                    .findFirst()
                    .map(draft -> draft.event.get("id"))
                    .map(String::valueOf);
            return new Outcome.Refused(id.orElse(null), problems);
        }
        var fresh = drafts.stream().filter(draft -> !draft.repeated).toList();
        fresh.forEach(Draft::settle);
        return fresh.isEmpty()
                ? new Outcome.Repeated()
                : new Outcome.Made(fresh.stream()
                        .map(draft -> new MadeEvent(draft.shape, draft.json()))
                        .toList());
    }

    /** An event in the making. */
    private final class Draft {

        private final Row row;
        private final EventShape shape;
        private final Map<String, Object> event = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private @Nullable Purchase refunded;
        private boolean repeated;

        Draft(Row row, EventShape shape) {
            this.row = row;
            this.shape = shape;
            write("id", shape.idColumns(), (each, made) -> {
                var id = shape.id().of(each);
                if (id != null) {
                    made.put("id", id);
                }
            });
            shape.members().forEach(member -> write(member.name(), member.columns(), member.writing()));
            if (problems.isEmpty()) {
                find();
            }
            if (problems.isEmpty()) {
                identify();
            }
            if (problems.isEmpty() && !repeated) {
                judge();
            }
        }

        private void write(String name, List<String> columns, Member.Writing writing) {
            try {
                writing.write(row, event);
            } catch (Unread unread) {
                problems.add(new Problem(name + ".invalid", name + ": " + unread.getMessage(), columns));
            }
        }

        /** The line that a refund refunds, where it does not name it. */
        private void find() {
            var lineOf = shape.lineOf();
            var money = money();
            if (lineOf == null || money == null) {
                return;
            }
            var key = Fingerprint.of(lineOf.key().apply(row));
            refunded = lineOf.purchases()
                    .latest(key, text("field", ""), text("shop", "main"), money.currency, money.minor)
                    .orElse(null);
            if (refunded != null) {
                event.put("order", refunded.line().order());
                event.put("line", refunded.line().line());
            } else if (!event.containsKey("order")) {
                problems.add(new Problem(
                        "order.unmatched",
                        "line-of: no earlier line has %s %s left (expected: a paid line with the same cells in an earlier row, or order: in the mapping)"
                                .formatted(money.decimal, money.currency),
                        lineOf.columns()));
            }
        }

        private void identify() {
            if (!(event.get("id") instanceof String id)) {
                return;
            }
            var field = text("field", "");
            switch (shape.repeats()) {
                case KEEP -> {
                    var count = ids.count(field, id);
                    event.put("id", count == 1 ? id : Identifier.of(id + "~" + count));
                }
                case REFUSE ->
                    ids.firstRow(field, id, row.number())
                            .ifPresent(first -> problems.add(new Problem(
                                    "id.repeated",
                                    "id: %s stands in row %d already (expected: an id that tells the rows apart, or repeats: keep or skip in the mapping)"
                                            .formatted(id, first),
                                    shape.idColumns())));
                case SKIP -> {
                    var content = Fingerprint.of(JSON.writeValueAsString(event));
                    var first = ids.firstContent(field, id, content);
                    repeated = first.isPresent() && first.getAsLong() == content;
                    if (first.isPresent() && !repeated) {
                        problems.add(new Problem(
                                "id.repeated",
                                "id: %s stands in an earlier row that says something else (expected: the same again, or an id that tells the rows apart)"
                                        .formatted(id),
                                shape.idColumns()));
                    }
                }
            }
        }

        /** By the rules of the ledger, and as far as the file alone can break those between its events. */
        private void judge() {
            var refusal = rules.refusal(json().getBytes(StandardCharsets.UTF_8));
            if (refusal.isPresent()) {
                var detail = refusal.get().detail();
                problems.add(new Problem(refusal.get().code(), detail, columnsOf(detail)));
                return;
            }
            var occurredAt = OffsetDateTime.parse(text("occurredAt", "")).toInstant();
            if (occurredAt.isAfter(clock.instant().plus(AHEAD))) {
                problems.add(new Problem(
                        "occurredAt.invalid",
                        "occurredAt: %s (expected: at most 24 h ahead of now)".formatted(text("occurredAt", "")),
                        columnsOf("occurredAt")));
            }
            if (!event.containsKey("replaces")) {
                judgeOrder();
            }
        }

        private void judgeOrder() {
            if (shape.type() == EventType.ORDER_PAID && !paidLines.isNew(orderLine())) {
                problems.add(Problem.of(
                        "order.line_conflict",
                        "order, line: %s, %s was paid in an earlier row (expected: a line of its own, such as line: {counter: [...]})"
                                .formatted(text("order", ""), text("line", "1"))));
            }
            var money = money();
            if (shape.type() == EventType.ORDER_REFUNDED && money != null) {
                var left = paidLines.left(orderLine());
                if (left.isPresent() && left.getAsLong() < money.minor) {
                    problems.add(new Problem(
                            "refund.exceeds_paid",
                            "amount: %s (expected: at most what is left of the line)".formatted(money.decimal),
                            columnsOf("amount")));
                }
            }
        }

        /** What later rows may refer to. */
        private void settle() {
            var money = money();
            if (money == null || event.containsKey("replaces")) {
                return;
            }
            if (shape.type() == EventType.ORDER_PAID) {
                paidLines.paid(orderLine(), money.minor);
                for (var other : shapes) {
                    var lineOf = other.lineOf();
                    if (lineOf != null) {
                        lineOf.purchases()
                                .add(Fingerprint.of(lineOf.key().apply(row)), orderLine(), money.currency, money.minor);
                    }
                }
            } else if (shape.type() == EventType.ORDER_REFUNDED) {
                paidLines.refunded(orderLine(), money.minor);
                var lineOf = shape.lineOf();
                if (refunded != null && lineOf != null) {
                    lineOf.purchases().refund(refunded, money.minor);
                }
            }
        }

        private OrderLine orderLine() {
            return new OrderLine(text("field", ""), text("shop", "main"), text("order", ""), text("line", "1"));
        }

        private String text(String member, String absent) {
            return event.get(member) instanceof String text ? text : absent;
        }

        private @Nullable Money money() {
            if (event.get("amount") instanceof Map<?, ?> amount) {
                var decimal = String.valueOf(amount.get("amount"));
                return new Money(
                        decimal,
                        String.valueOf(amount.get("currency")),
                        new BigDecimal(decimal).unscaledValue().longValue());
            }
            return null;
        }

        /** An error begins with the way to the member that it is about. */
        private List<String> columnsOf(String detail) {
            return shape.members().stream()
                    .filter(member -> detail.equals(member.name())
                            || detail.startsWith(member.name() + ":")
                            || detail.startsWith(member.name() + "."))
                    .findFirst()
                    .map(Member::columns)
                    .orElse(detail.startsWith("id:") ? shape.idColumns() : List.of());
        }

        String json() {
            return JSON.writeValueAsString(event);
        }
    }

    private record Money(String decimal, String currency, long minor) {}
}
