package io.factmatrix.creator.domain.settlement;

import io.factmatrix.creator.domain.collaboration.ParticipationId;
import io.factmatrix.creator.domain.commission.Earned;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a statement comes to.
 *
 * @param line as it was when the statement was reckoned; null of a fee, and of a line that earns the creator nothing any more
 * @param participation whose it is; null of what earns the creator nothing any more
 * @param earned by that line; null where there is none
 * @param stated what earlier statements said of it, in minor units
 * @param amount what this one adds: what it comes to now, less what was stated
 */
public record Entry(
        EntryKey key,
        EntryKind kind,
        @Nullable CountedLine line,
        @Nullable ParticipationId participation,
        @Nullable Earned earned,
        long stated,
        long amount) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members(String currency) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        boolean fee = kind == EntryKind.FEE;
        members.put("kind", kind);
        members.put("order", fee ? null : key.order());
        members.put("shop", fee ? null : key.shop());
        members.put("line", fee ? null : key.line());
        members.put("participation", participation);
        members.put("event", line == null ? null : line.event());
        members.put("occurredAt", line == null ? null : line.occurredAt());
        members.put("touchpoint", line == null ? null : line.touchpoint());
        members.put("product", line == null ? null : line.product());
        members.put("paid", line == null ? null : decimal(line.paid(), currency));
        members.put("refunded", line == null ? null : decimal(line.refunded(), currency));
        members.put("rate", earned == null ? null : earned.rate());
        members.put("estimated", earned == null ? null : decimal(earned.estimated(), currency));
        members.put("actual", earned == null ? null : decimal(earned.actual(), currency));
        members.put("stated", decimal(stated, currency));
        members.put("amount", decimal(amount, currency));
        return members;
    }

    private static String decimal(long minor, String currency) {
        return new Money(minor, currency).decimal();
    }
}
