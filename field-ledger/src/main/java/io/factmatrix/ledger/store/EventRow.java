package io.factmatrix.ledger.store;

import com.google.common.hash.Hashing;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Content.Cost;
import io.factmatrix.ledger.domain.event.Content.OfOrder;
import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Content.OrderRefunded;
import io.factmatrix.ledger.domain.event.Content.Seen;
import io.factmatrix.ledger.domain.event.Content.Service;
import io.factmatrix.ledger.domain.event.Content.Traffic;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.domain.event.Fact;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.People;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as a row of the table {@code event}: both ways side by side, so that they stay each other's mirror. */
final class EventRow {

    /** The columns, in the order in which {@link #write} writes them. */
    static final String COLUMNS =
            "merchant_id, field, watermark, event_id, recorded_at, type, occurred_at, shop, touchpoint,"
                    + " product, audience, replaces, settles, order_id, line, line_slot, quantity, amount, currency, sample, kind,"
                    + " estimated, started_at, counters, people, reason";

    static final int COUNT = COLUMNS.split(",", -1).length;

    private EventRow() {}

    static void write(Row row, LedgerId ledger, Fact fact) {
        var event = fact.event();
        row.text(ledger.merchant().value())
                .int2(FieldCode.of(ledger.field()))
                .int8(fact.watermark())
                .text(event.id())
                .time(fact.recordedAt())
                .text(event.type().word())
                .time(event.occurredAt())
                .text(event.shop())
                .text(event.touchpoint())
                .text(event.product())
                .text(event.audience())
                .text(event.replaces())
                .text(event.settles());
        write(row, Columns.of(event));
    }

    private static void write(Row row, Columns columns) {
        row.text(columns.order)
                .text(columns.line)
                .int8(columns.lineSlot)
                .int8(columns.quantity)
                .int8(columns.amount == null ? null : columns.amount.minor())
                .text(columns.amount == null ? null : columns.amount.currency())
                .bool(columns.sample)
                .text(columns.kind)
                .bool(columns.estimated)
                .time(columns.startedAt)
                .int8s(columns.counters)
                .int8s(columns.people)
                .text(columns.reason);
    }

    /** What depends on the type of an event; each type fills its own. */
    private static final class Columns {
        @Nullable String order;

        @Nullable String line;

        @Nullable Long lineSlot;

        @Nullable Long quantity;

        @Nullable Money amount;

        @Nullable Boolean sample;

        @Nullable String kind;

        @Nullable Boolean estimated;

        @Nullable Instant startedAt;

        @Nullable Long @Nullable [] counters;

        @Nullable Long @Nullable [] people;

        @Nullable String reason;

        static Columns of(Event event) {
            var columns = new Columns();
            var content = event.content();
            if (content instanceof OfOrder ofOrder) {
                columns.order = ofOrder.order();
                columns.line = ofOrder.line();
                columns.lineSlot = lineSlot(event, ofOrder.line());
            }
            if (content instanceof OrderPaid paid) {
                columns.quantity = paid.quantity();
                columns.amount = paid.amount();
                columns.sample = paid.sample();
            } else if (content instanceof OrderRefunded refund) {
                columns.quantity = refund.quantity();
                columns.amount = refund.amount();
                columns.reason = refund.reason();
            } else if (content instanceof Traffic traffic) {
                columns.startedAt = traffic.start();
                columns.counters = array(traffic.counters(), Counter.values());
                columns.people = array(traffic.people(), People.values());
            } else if (content instanceof Cost cost) {
                columns.kind = cost.category();
                columns.amount = cost.amount();
                columns.estimated = cost.estimated();
            } else if (content instanceof Service service) {
                columns.kind = service.kind();
                columns.order = service.order();
            } else if (content instanceof Seen seen) {
                columns.kind = seen.stage();
            }
            return columns;
        }

        /** The unique key of an original payment is its line; whatever corrects or refunds a line has one of its own. */
        private static long lineSlot(Event event, String line) {
            boolean original = event.type() == EventType.ORDER_PAID && event.replaces() == null;
            var slot = original ? "line\n" + event.shop() + "\n" + line : "event\n" + event.id();
            return Hashing.farmHashFingerprint64()
                    .hashString(slot, StandardCharsets.US_ASCII)
                    .asLong();
        }

        private static <K> @Nullable Long @Nullable [] array(Map<K, Long> values, K[] keys) {
            if (values.isEmpty()) {
                return null;
            }
            var array = new Long[keys.length];
            for (int place = 0; place < keys.length; place++) {
                array[place] = values.get(keys[place]);
            }
            return array;
        }
    }

    /** Reads a row of {@link #COLUMNS}. */
    static Fact read(Field field, ResultSet row) throws SQLException {
        var event = new Event(
                row.getString("event_id"),
                field,
                row.getString("touchpoint"),
                row.getString("shop"),
                row.getString("replaces"),
                time(row, "occurred_at"),
                row.getString("product"),
                row.getString("audience"),
                content(row));
        return new Fact(event, row.getLong("watermark"), time(row, "recorded_at"));
    }

    private static Content content(ResultSet row) throws SQLException {
        var type = EventType.of(row.getString("type")).orElseThrow();
        return switch (type) {
            case TRAFFIC ->
                new Traffic(
                        time(row, "started_at"),
                        map(row, "counters", Counter.class, Counter.values()),
                        map(row, "people", People.class, People.values()));
            case AUDIENCE -> new Seen(row.getString("kind"));
            case ORDER_PAID ->
                new OrderPaid(
                        row.getString("order_id"),
                        row.getString("line"),
                        row.getLong("quantity"),
                        money(row),
                        row.getBoolean("sample"));
            case ORDER_REFUNDED ->
                new OrderRefunded(
                        row.getString("order_id"),
                        row.getString("line"),
                        money(row),
                        row.getObject("quantity", Long.class),
                        row.getString("reason"));
            case COST ->
                new Cost(row.getString("kind"), money(row), row.getBoolean("estimated"), row.getString("settles"));
            case SERVICE -> new Service(row.getString("kind"), row.getString("order_id"));
        };
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("amount"), row.getString("currency"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <K extends Enum<K>> Map<K, Long> map(ResultSet row, String column, Class<K> type, K[] keys)
            throws SQLException {
        var map = new EnumMap<K, Long>(type);
        var array = row.getArray(column);
        if (array != null) {
            var values = (Long[]) array.getArray();
            for (int place = 0; place < values.length; place++) {
                if (values[place] != null) {
                    map.put(keys[place], values[place]);
                }
            }
        }
        return map;
    }
}
