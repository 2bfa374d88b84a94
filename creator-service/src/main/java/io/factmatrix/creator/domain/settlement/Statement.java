package io.factmatrix.creator.domain.settlement;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a creator is paid for a month.
 *
 * @param zone whose calendar month it is
 * @param closing null while it is open
 */
public record Statement(
        StatementId id,
        Payee payee,
        YearMonth month,
        ZoneId zone,
        @Nullable Closing closing,
        Version version) implements Resource<StatementId> {

    /** A new one, open. */
    public static Statement opened(StatementId id, Payee payee, YearMonth month, ZoneId zone, Instant now) {
        return new Statement(id, payee, month, zone, null, Version.first(now));
    }

    public StatementState state() {
        return closing == null ? StatementState.OPEN : StatementState.CLOSED;
    }

    public Instant start() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** Excluded. */
    public Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    /** 409 {@code month.running} when its month is not over. */
    public void requireOver(Instant now) {
        if (now.isBefore(end())) {
            throw new ProblemException(
                    409, "month.running", "month: %s (expected: one that is over; it ends %s)".formatted(month, end()));
        }
    }

    public Statement closed(long watermark, Totals totals, Instant now) {
        return new Statement(id, payee, month, zone, new Closing(now, watermark, totals), version.next(now));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        return members(closing == null ? null : closing.totals());
    }

    private Map<String, @Nullable Object> members(@Nullable Totals totals) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("creator", payee.creator());
        members.put("month", month.toString());
        members.put("zone", zone.getId());
        members.put("currency", payee.currency());
        members.put("state", state());
        members.put("closedAt", closing == null ? null : closing.at());
        members.put("watermark", closing == null ? null : Long.toString(closing.watermark()));
        members.put("totals", totals == null ? null : totals.members(payee.currency()));
        return members;
    }

    /** All of it, with what it comes to now. */
    public Map<String, @Nullable Object> body(Totals totals) {
        var body = body();
        body.put("totals", totals.members(payee.currency()));
        return body;
    }
}
