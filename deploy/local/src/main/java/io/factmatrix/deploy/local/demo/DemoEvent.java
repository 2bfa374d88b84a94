package io.factmatrix.deploy.local.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An event as the API takes it, being written. */
final class DemoEvent {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Instant at;
    private final Map<String, Object> members = new LinkedHashMap<>();

    DemoEvent(String id, String type, String field, Instant at) {
        this.at = at;
        with("id", id).with("type", type).with("field", field).with("occurredAt", at.toString());
    }

    DemoEvent with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Money, of fen. */
    DemoEvent amount(long fen) {
        var money = new LinkedHashMap<String, String>();
        money.put("amount", BigDecimal.valueOf(fen, 2).toPlainString());
        money.put("currency", "CNY");
        return with("amount", money);
    }

    Instant at() {
        return at;
    }

    String json() {
        return JSON.writeValueAsString(members);
    }
}
