package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.Lanes;
import io.factmatrix.gateway.domain.webhook.Letter;
import io.factmatrix.gateway.domain.webhook.Outcome;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lanes in PostgreSQL: a row for each in which something waits. Its row is always held before its deliveries are. */
public final class PostgresLanes implements Lanes {

    private final JdbcClient jdbc;

    public PostgresLanes(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public List<Letter> due(MerchantId merchant, EndpointId endpoint, Instant now, int most) {
        return of(merchant, endpoint, """
                        select first.position, message, lane.key, type, recorded_at, data::text, failures
                        from webhook_lane lane
                        cross join lateral (
                            select position from webhook_delivery delivery
                            where delivery.merchant_id = :merchant and delivery.webhook_endpoint_id = :endpoint
                                and delivery.key = lane.key and state = 'pending'
                            order by position limit 1) first
                        join notification on notification.merchant_id = :merchant
                            and notification.position = first.position
                        where lane.merchant_id = :merchant and lane.webhook_endpoint_id = :endpoint
                            and due_at <= :now
                        order by due_at, first.position limit :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> letter(new Row(row)))
                .list();
    }

    private static Letter letter(Row row) throws SQLException {
        return new Letter(
                row.number("position"),
                Messages.id(row.text("message")),
                row.text("key"),
                row.text("type"),
                row.instant("recorded_at"),
                row.text("data"),
                Math.toIntExact(row.number("failures")));
    }

    @Override
    public Optional<Instant> next(MerchantId merchant, EndpointId endpoint) {
        return of(merchant, endpoint, """
                        select due_at from webhook_lane lane
                        where merchant_id = :merchant and webhook_endpoint_id = :endpoint and exists (
                            select from webhook_delivery delivery
                            where delivery.merchant_id = :merchant and delivery.webhook_endpoint_id = :endpoint
                                and delivery.key = lane.key and state = 'pending')
                        order by due_at limit 1
                        """)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void delivered(MerchantId merchant, EndpointId endpoint, Letter letter, Outcome outcome, Instant now) {
        wait(merchant, endpoint, letter, 0, now);
        record(merchant, endpoint, letter, "delivered", outcome, now);
        endIfEmpty(merchant, endpoint, letter.key());
    }

    @Override
    public void failed(
            MerchantId merchant,
            EndpointId endpoint,
            Letter letter,
            Outcome outcome,
            Instant now,
            Instant nextAttempt) {
        wait(merchant, endpoint, letter, letter.failures() + 1, nextAttempt);
        record(merchant, endpoint, letter, "pending", outcome, now);
    }

    @Override
    public void givenUp(MerchantId merchant, EndpointId endpoint, Letter letter, Outcome outcome, Instant now) {
        wait(merchant, endpoint, letter, 0, now);
        record(merchant, endpoint, letter, "failed", outcome, now);
        endIfEmpty(merchant, endpoint, letter.key());
    }

    @Override
    public void release(MerchantId merchant, EndpointId endpoint, Instant now) {
        of(merchant, endpoint, """
                update webhook_lane set failures = 0, due_at = :now
                where merchant_id = :merchant and webhook_endpoint_id = :endpoint
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private void wait(MerchantId merchant, EndpointId endpoint, Letter letter, int failures, Instant until) {
        of(merchant, endpoint, """
                        update webhook_lane set failures = :failures, due_at = :until
                        where merchant_id = :merchant and webhook_endpoint_id = :endpoint and key = :key
                        """)
                .param("key", letter.key())
                .param("failures", failures)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing, when it was superseded meanwhile, or recorded by another. */
    private void record(
            MerchantId merchant, EndpointId endpoint, Letter letter, String state, Outcome outcome, Instant now) {
        of(merchant, endpoint, """
                        update webhook_delivery
                        set state = :state, attempts = attempts + 1, response_status = :status, last_error = :error,
                            last_attempt_at = :now
                        where merchant_id = :merchant and webhook_endpoint_id = :endpoint and position = :position
                            and state = 'pending'
                        """)
                .param("position", letter.position())
                .param("state", state)
                .param("status", outcome.status())
                .param("error", outcome.error())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void endIfEmpty(MerchantId merchant, EndpointId endpoint, String key) {
        of(merchant, endpoint, """
                delete from webhook_lane lane
                where merchant_id = :merchant and webhook_endpoint_id = :endpoint and key = :key
                    and not exists (
                        select from webhook_delivery delivery
                        where delivery.merchant_id = :merchant and delivery.webhook_endpoint_id = :endpoint
                            and delivery.key = :key and state = 'pending')
                """).param("key", key).update();
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, EndpointId endpoint, String sql) {
        return jdbc.sql(sql).param("merchant", merchant.value()).param("endpoint", endpoint.value());
    }
}
