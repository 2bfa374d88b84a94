package io.factmatrix.creator.domain.commission;

import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A paid line, and what becomes of it.
 *
 * @param deal whose content it was sold by; null when it is nobody's
 * @param unearned why it earns nothing; null when it does
 * @param earned null when it earns nothing
 */
public record Commission(
        CountedLine line,
        @Nullable Deal deal,
        @Nullable Unearned unearned,
        @Nullable Earned earned) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("event", line.event());
        members.put("occurredAt", line.occurredAt());
        members.put("shop", line.shop());
        members.put("order", line.order());
        members.put("line", line.line());
        members.put("touchpoint", line.touchpoint());
        members.put("product", line.product());
        members.put("collaboration", deal == null ? null : deal.collaboration());
        members.put("participation", deal == null ? null : deal.participation());
        members.put("creator", deal == null ? null : deal.creator());
        members.put("paid", money(line.paid()));
        members.put("refunded", money(line.refunded()));
        members.put("rate", earned == null ? null : earned.rate());
        members.put("estimated", earned == null ? null : money(earned.estimated()));
        members.put("actual", earned == null ? null : money(earned.actual()));
        members.put("unearned", unearned);
        return members;
    }

    private Map<String, Object> money(long minor) {
        return new Money(minor, line.currency()).members();
    }
}
