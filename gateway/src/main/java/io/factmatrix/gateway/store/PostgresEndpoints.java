package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.webhook.Disabling;
import io.factmatrix.gateway.domain.webhook.Endpoint;
import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.EndpointState;
import io.factmatrix.gateway.domain.webhook.Endpoints;
import io.factmatrix.gateway.domain.webhook.EventType;
import io.factmatrix.gateway.domain.webhook.Health;
import io.factmatrix.gateway.domain.webhook.Subscription;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoints of webhooks in PostgreSQL. */
public final class PostgresEndpoints extends PostgresResources<EndpointId, Endpoint> implements Endpoints {

    public PostgresEndpoints(JdbcTemplate jdbc) {
        super(jdbc, "webhook_endpoint");
    }

    @Override
    public List<Endpoint> list(
            MerchantId merchant, @Nullable EndpointState state, @Nullable EndpointId before, int limit) {
        return newest(merchant, new Conditions().equal("state", state), before, limit);
    }

    @Override
    public void remove(MerchantId merchant, EndpointId id) {
        of(merchant, id, "delete from webhook_endpoint where merchant_id = :merchant and webhook_endpoint_id = :id")
                .update();
    }

    @Override
    public Health health(MerchantId merchant, EndpointId id) {
        return of(merchant, id, """
                        select failing_since, last_failure_at, last_error, last_success_at, spared_until
                        from webhook_endpoint
                        where merchant_id = :merchant and webhook_endpoint_id = :id
                        """)
                .query((row, number) -> health(new Row(row)))
                .single();
    }

    private static Health health(Row row) throws SQLException {
        return new Health(
                row.optionalInstant("failing_since"),
                row.optionalInstant("last_failure_at"),
                row.optionalText("last_error"),
                row.optionalInstant("last_success_at"),
                row.optionalInstant("spared_until"));
    }

    @Override
    public void succeeded(MerchantId merchant, EndpointId id, Instant now) {
        of(merchant, id, """
                update webhook_endpoint set failing_since = null, spared_until = null, last_success_at = :now
                where merchant_id = :merchant and webhook_endpoint_id = :id
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    public Optional<Instant> failed(
            MerchantId merchant, EndpointId id, Instant now, String error, @Nullable Instant sparedUntil) {
        return of(merchant, id, """
                        update webhook_endpoint
                        set failing_since = coalesce(failing_since, :now), last_failure_at = :now, last_error = :error,
                            spared_until = greatest(spared_until, :spared::timestamptz)
                        where merchant_id = :merchant and webhook_endpoint_id = :id returning failing_since
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .param("spared", sparedUntil == null ? null : sparedUntil.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void forgive(MerchantId merchant, EndpointId id) {
        of(merchant, id, """
                update webhook_endpoint set failing_since = null, spared_until = null
                where merchant_id = :merchant and webhook_endpoint_id = :id
                """).update();
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, EndpointId id, String sql) {
        return jdbc.sql(sql).param("merchant", merchant.value()).param("id", id.value());
    }

    @Override
    protected Map<String, @Nullable Object> columns(Endpoint endpoint) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("url", endpoint.subscription().url().toString());
        columns.put(
                "types",
                endpoint.subscription().types().stream().map(EventType::word).toArray(String[]::new));
        columns.put("state", endpoint.state());
        columns.put("disabling", endpoint.disabling());
        columns.put("secret_since", endpoint.secretSince());
        return columns;
    }

    @Override
    protected Endpoint read(Row row) throws SQLException {
        return new Endpoint(
                new EndpointId(row.text("webhook_endpoint_id")),
                new Subscription(
                        URI.create(row.text("url")),
                        row.texts("types").stream()
                                .flatMap(type -> Word.of(EventType.class, type).stream())
                                .toList()),
                row.word("state", EndpointState.class),
                row.optionalText("disabling") == null ? null : row.word("disabling", Disabling.class),
                row.instant("secret_since"),
                row.version());
    }
}
