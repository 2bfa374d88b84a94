package io.factmatrix.deploy.bench.mix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request body of NDJSON that is new each time it is sent. One sending at a time. */
public final class Body {

    private final String merchant;
    private final String field;
    private final int events;
    private final Map<String, FieldSums> sums;
    private final Template template;
    private int day;
    private long before;

    Body(String merchant, List<String> fields, List<MixedEvent> batch, int day) {
        this.merchant = merchant;
        this.field = fields.get(0);
        this.events = batch.size();
        this.day = day;
        this.template = template(batch);
        var sums = new HashMap<String, FieldSums>();
        batch.forEach(event -> sums.merge(event.field(), FieldSums.of(event), FieldSums::plus));
        this.sums = Map.copyOf(sums);
    }

    public String merchant() {
        return merchant;
    }

    /** Of a body of one field, that. */
    public String field() {
        return field;
    }

    public int events() {
        return events;
    }

    /** What one sending adds to a view, by field. */
    public Map<String, FieldSums> sums() {
        return sums;
    }

    public int length() {
        return template.length();
    }

    /**
     * The bytes of the next sending, one day after the last; its refunds are of lines of the last, which must have been
     * answered. Valid until the next call.
     *
     * @param generation in every id; no other sending has the same
     */
    public byte[] stamp(long generation) {
        var bytes = template.stamp(generation, before == 0 ? generation : before, day);
        before = generation;
        day = (day + 1) % Days.COUNT;
        return bytes;
    }

    private static Template template(List<MixedEvent> batch) {
        var lines = new Template.Builder();
        batch.forEach(event -> line(lines, event));
        return lines.build();
    }

    private static void line(Template.Builder line, MixedEvent event) {
        line.text("{\"id\":\"e-").own().text("-" + MixedEvent.padded(event.number(), 4));
        line.text("\",\"type\":\"" + event.kind().word() + "\",\"field\":\"" + event.field() + "\"");
        if (event.kind() != Kind.REFUNDED) {
            line.text(",\"touchpoint\":\"" + event.touchpointId() + "\"");
        }
        times(line, event);
        order(line, event);
        if (event.hasProduct()) {
            line.text(",\"product\":\"" + event.productId() + "\",\"quantity\":" + event.quantity());
        }
        if (event.hasAmount()) {
            line.text(",\"amount\":{\"amount\":\"" + event.amount() / 100 + ".")
                    .text(MixedEvent.padded((int) (event.amount() % 100), 2) + "\",\"currency\":\"CNY\"}");
        }
        if (event.hasAudience()) {
            line.text(",\"audience\":\"" + event.audienceId() + "\"");
        }
        line.text(rest(event)).text("}\n");
    }

    private static void order(Template.Builder line, MixedEvent event) {
        if (event.kind() == Kind.PAID || event.kind() == Kind.REFUNDED) {
            line.text(",\"order\":\"A");
            (event.kind() == Kind.PAID ? line.own() : line.before())
                    .text("-" + MixedEvent.padded(event.order(), 4) + "\"");
            if (event.line() > 1) {
                line.text(",\"line\":\"" + event.line() + "\"");
            }
        }
    }

    private static void times(Template.Builder line, MixedEvent event) {
        if (event.kind() == Kind.TRAFFIC) {
            var end = clock(Mix.quarterAfter(event.second()));
            line.text(",\"start\":\"").date().text("T" + clock(Mix.quarter(event.second())));
            line.text("\",\"end\":\"").date().text("T" + end);
            line.text("\",\"occurredAt\":\"").date().text("T" + end + "\"");
        } else {
            line.text(",\"occurredAt\":\"").date().text("T" + clock(event.second()) + "\"");
        }
    }

    private static String clock(int second) {
        return MixedEvent.padded(second / 3_600, 2) + ":" + MixedEvent.padded(second / 60 % 60, 2) + ":"
                + MixedEvent.padded(second % 60, 2) + "Z";
    }

    private static String rest(MixedEvent event) {
        return switch (event.kind()) {
            case TRAFFIC -> ",\"impressions\":%d,\"views\":%d".formatted(event.impressions(), event.views());
            case AUDIENCE -> ",\"stage\":\"interacted\"";
            case COST -> ",\"category\":\"ads\"";
            case PAID, REFUNDED -> "";
        };
    }
}
