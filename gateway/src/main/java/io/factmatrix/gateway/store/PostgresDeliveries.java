package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.webhook.Deliveries;
import io.factmatrix.gateway.domain.webhook.Delivery;
import io.factmatrix.gateway.domain.webhook.DeliveryState;
import io.factmatrix.gateway.domain.webhook.Endpoint;
import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.EventType;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Kind;
import io.factmatrix.kit.store.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries in PostgreSQL. */
public final class PostgresDeliveries implements Deliveries {

    private static final Kind DELIVERY = new Kind("delivery");

    /** Only what does not wait to be sent anyway: so its rows are held by nobody who holds a lane. */
    private static final String AGAIN = """
            with chosen as (
                select notification.position, notification.key from notification
                left join webhook_delivery delivery on delivery.merchant_id = :merchant
                    and delivery.webhook_endpoint_id = :endpoint and delivery.position = notification.position
                where notification.merchant_id = :merchant and state is distinct from 'pending' and %s),
            lanes as (
                insert into webhook_lane (merchant_id, webhook_endpoint_id, key, due_at)
                select distinct :merchant, :endpoint, key, now() from chosen
                on conflict (merchant_id, webhook_endpoint_id, key) do update set key = excluded.key)
            insert into webhook_delivery (merchant_id, webhook_endpoint_id, position, key, state)
            select :merchant, :endpoint, position, key, 'pending' from chosen
            on conflict (merchant_id, webhook_endpoint_id, position) do update set state = 'pending', attempts = 0
            """;

    private final JdbcClient jdbc;

    public PostgresDeliveries(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public List<Delivery> list(
            MerchantId merchant, EndpointId endpoint, @Nullable DeliveryState state, @Nullable Long before, int limit) {
        return select(
                        merchant,
                        endpoint,
                        "%s %s order by delivery.position desc limit :limit"
                                .formatted(
                                        state == null ? "" : "and state = :state",
                                        before == null ? "" : "and delivery.position < :before"))
                .param("state", state == null ? null : state.word())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> delivery(new Row(row)))
                .list();
    }

    private JdbcClient.StatementSpec select(MerchantId merchant, EndpointId endpoint, String rest) {
        return of(merchant, endpoint, """
                select delivery.position, message, type, delivery.key, state, attempts, response_status, last_error,
                    last_attempt_at, recorded_at,
                    case when state = 'pending' and not exists (
                        select from webhook_delivery earlier
                        where earlier.merchant_id = :merchant and earlier.webhook_endpoint_id = :endpoint
                            and earlier.key = delivery.key and earlier.state = 'pending'
                            and earlier.position < delivery.position) then due_at end next_attempt_at
                from webhook_delivery delivery
                join notification on notification.merchant_id = :merchant
                    and notification.position = delivery.position
                left join webhook_lane lane on lane.merchant_id = :merchant
                    and lane.webhook_endpoint_id = :endpoint and lane.key = delivery.key
                where delivery.merchant_id = :merchant and delivery.webhook_endpoint_id = :endpoint
                """ + rest);
    }

    private static Delivery delivery(Row row) throws SQLException {
        var status = row.optionalNumber("response_status");
        return new Delivery(
                row.number("position"),
                Messages.id(row.text("message")),
                row.text("type"),
                row.text("key"),
                row.word("state", DeliveryState.class),
                Math.toIntExact(row.number("attempts")),
                status == null ? null : Math.toIntExact(status),
                row.optionalText("last_error"),
                row.optionalInstant("last_attempt_at"),
                row.optionalInstant("next_attempt_at"),
                row.instant("recorded_at"));
    }

    @Override
    public Delivery tell(MerchantId merchant, EndpointId endpoint, String type) {
        long position = jdbc.sql("""
                        insert into notification (merchant_id, type, key, data)
                        values (:merchant, :type, :type, '{}') returning position
                        """)
                .param("merchant", merchant.value())
                .param("type", type)
                .query(Long.class)
                .single();
        again(merchant, endpoint, "notification.position = :position", Map.of("position", position));
        return select(merchant, endpoint, "and delivery.position = :position")
                .param("position", position)
                .query((row, number) -> delivery(new Row(row)))
                .single();
    }

    @Override
    public int replay(MerchantId merchant, Endpoint endpoint, Instant from) {
        return again(
                merchant,
                endpoint.id(),
                "recorded_at >= :from and type = any(:types)",
                Map.of(
                        "from", from.atOffset(ZoneOffset.UTC),
                        "types",
                                endpoint.subscription().types().stream()
                                        .map(EventType::word)
                                        .toArray(String[]::new)));
    }

    @Override
    public int replay(MerchantId merchant, EndpointId endpoint, String delivery) {
        var message = Messages.message(delivery).orElseThrow(() -> DELIVERY.unknown(delivery));
        var known = select(merchant, endpoint, "and message = :message")
                .param("message", message)
                .query((row, number) -> delivery(new Row(row)))
                .optional()
                .orElseThrow(() -> DELIVERY.unknown(delivery));
        return again(merchant, endpoint, "notification.position = :position", Map.of("position", known.position()));
    }

    private int again(MerchantId merchant, EndpointId endpoint, String which, Map<String, ?> binds) {
        return of(merchant, endpoint, AGAIN.formatted(which)).params(binds).update();
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, EndpointId endpoint, String sql) {
        return jdbc.sql(sql).param("merchant", merchant.value()).param("endpoint", endpoint.value());
    }
}
