package io.factmatrix.ledger.http;

import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.conflict.Conflict.InvalidRefund;
import io.factmatrix.ledger.domain.conflict.Conflict.Outclaimed;
import io.factmatrix.ledger.domain.conflict.Conflict.OutclaimedLine;
import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Content.OfOrder;
import io.factmatrix.ledger.domain.event.Content.OrderPaid;
import io.factmatrix.ledger.domain.event.Content.OrderRefunded;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conflict as it is answered: the members that every kind has, and in {@code detail} those that are a kind's own. */
final class ConflictBody {

    private ConflictBody() {}

    static Map<String, @Nullable Object> of(Conflict conflict) {
        var event = conflict.fact().event();
        var paid = conflict.paid();
        var content = (OfOrder) event.content();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("kind", conflict.kind().word());
        body.put("field", event.field().word());
        body.put("event", event.id());
        body.put("recordedAt", EventBody.time(conflict.fact().recordedAt()));
        body.put("occurredAt", EventBody.time(event.occurredAt()));
        body.put("shop", event.shop());
        body.put("order", content.order());
        body.put("line", content.line());
        // A refund stands where its line does, whatever it says itself.
        body.put("touchpoint", paid.touchpoint());
        body.put("product", paid.product());
        body.put("amount", EventBody.money(amount(content)));
        body.put("claimedBy", conflict instanceof Outclaimed outclaimed ? claim(outclaimed.claimedBy()) : null);
        body.put("detail", detail(conflict));
        return body;
    }

    private static Map<String, @Nullable Object> claim(Event claim) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("field", claim.field().word());
        body.put("event", claim.id());
        body.put("touchpoint", claim.touchpoint());
        body.put("amount", EventBody.money(amount(claim.content())));
        return body;
    }

    private static Map<String, Object> detail(Conflict conflict) {
        var detail = new LinkedHashMap<String, Object>();
        if (conflict instanceof OutclaimedLine line) {
            detail.put("refunded", EventBody.money(line.refunded()));
            return detail;
        }
        var paid = amount(conflict.paid().content());
        if (conflict instanceof InvalidRefund refund) {
            putRefusal(detail, amount(refund.fact().event().content()), paid, refund.left());
        }
        detail.put("paidBy", conflict.paid().id());
        detail.put("paid", EventBody.money(paid));
        if (conflict instanceof InvalidRefund refund) {
            detail.put("left", EventBody.money(refund.left()));
        }
        return detail;
    }

    /** What the refund would have been answered, had it come behind its line. */
    private static void putRefusal(Map<String, Object> detail, Money refund, Money paid, Money left) {
        boolean fits = refund.currency().equals(paid.currency());
        detail.put("code", fits ? "refund.exceeds_paid" : "refund.currency");
        detail.put(
                "reason",
                fits
                        ? "amount: %s (expected: at most %s, what was left of the %s paid)"
                                .formatted(refund.decimal(), left.decimal(), paid.decimal())
                        : "amount: %s %s (expected: %s, as the line was paid)"
                                .formatted(refund.decimal(), refund.currency(), paid.currency()));
    }

    private static Money amount(Content content) {
        return content instanceof OrderRefunded refund ? refund.amount() : ((OrderPaid) content).amount();
    }
}
