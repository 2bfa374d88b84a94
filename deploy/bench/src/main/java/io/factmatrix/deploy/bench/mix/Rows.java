package io.factmatrix.deploy.bench.mix;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same events as rows of a binary COPY, new each time they are sent; header and trailer included. */
public final class Rows {

    /** In the order of the bytes. */
    public static final String COLUMNS =
            "merchant, event_id, field, type, occurred_at, touchpoint, product, audience, order_id, quantity, amount, currency";

    private static final int COLUMN_COUNT = 12;
    private static final int NULL = -1;
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private final Template template;
    private final int count;
    private int day;

    Rows(String merchant, List<MixedEvent> batch, int day) {
        this.count = batch.size();
        this.day = day;
        var rows = new Template.Builder();
        for (byte sign : SIGNATURE) {
            rows.int8(sign);
        }
        rows.int32(0).int32(0);
        batch.forEach(event -> row(rows, merchant, event));
        this.template = rows.int16(-1).build();
    }

    public int count() {
        return count;
    }

    /**
     * Valid until the next call.
     *
     * @param generation in every id; no other sending has the same
     */
    public byte[] stamp(long generation) {
        var bytes = template.stamp(generation, generation, day);
        day = (day + 1) % Days.COUNT;
        return bytes;
    }

    private static void row(Template.Builder row, String merchant, MixedEvent event) {
        row.int16(COLUMN_COUNT);
        text(row, merchant);
        var number = "-" + MixedEvent.padded(event.number(), 4);
        row.int32(2 + Template.DIGITS + number.length()).text("e-").own().text(number);
        row.int32(Short.BYTES).int16(event.field().length());
        text(row, event.kind().word());
        row.int32(Long.BYTES).instant(event.second());
        text(row, event.touchpointId());
        text(row, event.hasProduct() ? event.productId() : null);
        text(row, event.hasAudience() ? event.audienceId() : null);
        var order = "-" + MixedEvent.padded(event.order(), 4);
        row.int32(1 + Template.DIGITS + order.length()).text("A").own().text(order);
        row.int32(Long.BYTES).int64(event.quantity());
        row.int32(Long.BYTES).int64(event.amount());
        text(row, "CNY");
    }

    private static void text(Template.Builder row, @Nullable String text) {
        if (text == null) {
            row.int32(NULL);
        } else {
            row.int32(text.length()).text(text);
        }
    }
}
