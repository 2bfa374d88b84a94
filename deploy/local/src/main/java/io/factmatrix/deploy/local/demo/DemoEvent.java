package io.factmatrix.deploy.local.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An event as the API takes it, being written. */
final class DemoEvent {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(Day.OFFSET);

    private final String id;
    private final Map<String, Object> members;
    private final Shop shop;
    private final Instant occurredAt;

    private DemoEvent(String id, Map<String, Object> members, Shop shop, Instant occurredAt) {
        this.id = id;
        this.members = members;
        this.shop = shop;
        this.occurredAt = occurredAt;
    }

    static DemoEvent of(String id, String type, Touchpoint at, Instant occurredAt) {
        var event = new DemoEvent(id, new LinkedHashMap<>(), at.shop(), occurredAt)
                .with("id", id)
                .with("type", type)
                .with("field", at.field());
        // What has a default is left out, as merchants do.
        if (at.shop() != Shop.MAIN) {
            event.with("shop", at.shop().id());
        }
        if (!at.kind().equals(Kind.NOWHERE) && !type.equals("order.refunded")) {
            event.with("touchpoint", at.id());
        }
        return event.time("occurredAt", occurredAt);
    }

    /** The same under another id, to be changed and sent in place of this one. */
    DemoEvent correction() {
        var corrected = id + "-corrected";
        return new DemoEvent(corrected, new LinkedHashMap<>(members), shop, occurredAt)
                .with("id", corrected)
                .with("replaces", id);
    }

    DemoEvent with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    DemoEvent time(String member, Instant moment) {
        return with(member, TIME.format(moment));
    }

    /** Money in minor units of the shop's currency; all of these have two digits. */
    DemoEvent amount(long minor) {
        var money = new LinkedHashMap<String, String>();
        money.put("amount", BigDecimal.valueOf(minor, 2).toPlainString());
        money.put("currency", shop.currency());
        return with("amount", money);
    }

    Instant occurredAt() {
        return occurredAt;
    }

    String json() {
        return JSON.writeValueAsString(members);
    }
}
