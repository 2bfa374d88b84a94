package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.EndpointRound;
import io.factmatrix.gateway.domain.webhook.EndpointRounds;
import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row for each enabled endpoint; whoever moves its time has taken it. */
public final class PostgresEndpointRounds implements EndpointRounds {

    private final JdbcClient jdbc;

    public PostgresEndpointRounds(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    @Override
    public void join(MerchantId merchant, EndpointId endpoint, Instant now) {
        of(merchant, endpoint, now, """
                insert into webhook_round (merchant_id, webhook_endpoint_id, due_at)
                values (:merchant, :endpoint, :at) on conflict do nothing
                """).update();
    }

    @Override
    public void hasten(MerchantId merchant, Instant now) {
        jdbc.sql("""
                        update webhook_round set hastened = token is not null,
                            due_at = case when token is null then least(due_at, :at) else due_at end
                        where merchant_id = :merchant
                        """)
                .param("merchant", merchant.value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void leave(MerchantId merchant, EndpointId endpoint) {
        of(
                        merchant,
                        endpoint,
                        "delete from webhook_round where merchant_id = :merchant and webhook_endpoint_id = :endpoint")
                .update();
    }

    @Override
    public Optional<EndpointRound> take(Instant now, Instant until) {
        var token = UUID.randomUUID().toString();
        return jdbc.sql("""
                        update webhook_round set due_at = :until, token = :token
                        where (merchant_id, webhook_endpoint_id) = (
                            select merchant_id, webhook_endpoint_id from webhook_round where due_at <= :now
                            order by due_at, merchant_id, webhook_endpoint_id limit 1 for update skip locked)
                        returning merchant_id, webhook_endpoint_id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("token", token)
                .query((row, number) -> new EndpointRound(
                        MerchantId.of(row.getString("merchant_id")),
                        new EndpointId(row.getString("webhook_endpoint_id")),
                        token))
                .optional();
    }

    /** Not by writing it: a row that is written twice in a transaction locks that of its endpoint, too, which others hold before a round's. */
    @Override
    public boolean hold(EndpointRound round) {
        return of(round.merchant(), round.endpoint(), """
                        select token from webhook_round
                        where merchant_id = :merchant and webhook_endpoint_id = :endpoint and token = :token for update
                        """)
                .param("token", round.token())
                .query(String.class)
                .optional()
                .isPresent();
    }

    @Override
    public void keep(EndpointRound round, Instant until) {
        of(round, until, """
                update webhook_round set due_at = :at
                where merchant_id = :merchant and webhook_endpoint_id = :endpoint and token = :token
                """).update();
    }

    @Override
    public void done(EndpointRound round, Instant next) {
        of(round, next, """
                update webhook_round set token = null, hastened = false,
                    due_at = case when hastened then least(:at, clock_timestamp()) else :at end
                where merchant_id = :merchant and webhook_endpoint_id = :endpoint and token = :token
                """).update();
    }

    private JdbcClient.StatementSpec of(EndpointRound round, Instant at, String sql) {
        return of(round.merchant(), round.endpoint(), at, sql).param("token", round.token());
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, EndpointId endpoint, Instant at, String sql) {
        return of(merchant, endpoint, sql).param("at", at.atOffset(ZoneOffset.UTC));
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, EndpointId endpoint, String sql) {
        return jdbc.sql(sql).param("merchant", merchant.value()).param("endpoint", endpoint.value());
    }
}
