package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.Secrets;
import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets in PostgreSQL, as they were sealed. */
public final class PostgresSecrets implements Secrets {

    private final JdbcClient jdbc;

    public PostgresSecrets(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public void add(MerchantId merchant, EndpointId endpoint, String sealed, Instant now) {
        of(merchant, endpoint, now, """
                insert into webhook_secret (merchant_id, webhook_endpoint_id, sealed, created_at)
                values (:merchant, :endpoint, :sealed, :at)
                """).param("sealed", sealed).update();
    }

    @Override
    public void expire(MerchantId merchant, EndpointId endpoint, Instant at) {
        of(merchant, endpoint, at, """
                update webhook_secret set expires_at = :at
                where merchant_id = :merchant and webhook_endpoint_id = :endpoint
                    and coalesce(expires_at > :at, true)
                """).update();
    }

    @Override
    public List<String> live(MerchantId merchant, EndpointId endpoint, Instant now) {
        return of(merchant, endpoint, now, """
                        select sealed from webhook_secret
                        where merchant_id = :merchant and webhook_endpoint_id = :endpoint
                            and coalesce(expires_at > :at, true)
                        order by number desc
                        """).query(String.class).list();
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, EndpointId endpoint, Instant at, String sql) {
        return jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param("endpoint", endpoint.value())
                .param("at", at.atOffset(ZoneOffset.UTC));
    }
}
