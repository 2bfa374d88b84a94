package io.factmatrix.ledger.http;

import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.history.Correction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A correction as it is answered: whose figures of which day, by which event, and by how much, named as in the operating view. */
final class CorrectionBody {

    private static final String COST = "cost.";
    private static final String TICKETS = "tickets.";

    private CorrectionBody() {}

    static Map<String, @Nullable Object> of(Correction correction) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("field", correction.of() == null ? "total" : correction.of().word());
        body.put("day", correction.day().toString());
        body.put("currency", correction.currency());
        body.put("changes", changes(correction));
        var event = new LinkedHashMap<String, Object>();
        event.put("field", correction.moment().field().word());
        event.put("id", correction.id());
        event.put("type", correction.type().word());
        event.put("occurredAt", EventBody.time(correction.occurredAt()));
        event.put("recordedAt", EventBody.time(correction.moment().recorded()));
        event.put("watermark", Long.toString(correction.moment().watermark()));
        body.put("event", event);
        return body;
    }

    private static Map<String, Object> changes(Correction correction) {
        var changes = new LinkedHashMap<String, Object>();
        var currency = correction.currency();
        if (currency != null) {
            putMoney(changes, correction.money(), currency);
        }
        var tickets = new TreeMap<String, BigInteger>();
        correction.counts().forEach((name, change) -> {
            if (name.startsWith(TICKETS)) {
                tickets.put(name.substring(TICKETS.length()), change);
            } else {
                changes.put(name, change);
            }
        });
        if (!tickets.isEmpty()) {
            changes.put("tickets", tickets);
        }
        return changes;
    }

    private static void putMoney(Map<String, Object> changes, Map<String, BigInteger> money, String currency) {
        int digits = Money.digitsOf(currency).orElseThrow();
        var costs = new TreeMap<String, String>();
        var cost = BigInteger.ZERO;
        for (var change : money.entrySet()) {
            var decimal = new BigDecimal(change.getValue(), digits).toPlainString();
            if (change.getKey().startsWith(COST)) {
                costs.put(change.getKey().substring(COST.length()), decimal);
                cost = cost.add(change.getValue());
            } else {
                changes.put(change.getKey(), decimal);
            }
        }
        if (!costs.isEmpty()) {
            changes.put("cost", new BigDecimal(cost, digits).toPlainString());
            changes.put("costByCategory", costs);
        }
    }
}
