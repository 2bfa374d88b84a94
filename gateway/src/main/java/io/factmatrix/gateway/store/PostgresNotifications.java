package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.notification.Notification;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.kit.merchant.MerchantId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.ObjectMapper;

/** A row each, and one for each endpoint that asks for it. They are kept for 30 days, and swept in passing. */
public final class PostgresNotifications implements Notifications {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Consumer<MerchantId> told;

    /**
     * @param told called when there is something to be sent for that merchant, after it is committed
     */
    public PostgresNotifications(JdbcTemplate template, ObjectMapper json, Consumer<MerchantId> told) {
        this.jdbc = JdbcClient.create(template);
        this.json = json;
        this.told = told;
    }

    @Override
    public void add(MerchantId merchant, Notification notification) {
        add(merchant, notification, false);
    }

    @Override
    public void addLatest(MerchantId merchant, Notification notification) {
        add(merchant, notification, true);
    }

    private void add(MerchantId merchant, Notification notification, boolean latest) {
        var endpoints = asking(merchant, notification);
        // Before the position is given: those of a key are in the order in which their transactions end.
        lanes(merchant, notification, endpoints);
        long position = keep(merchant, notification);
        sweep(merchant);
        if (!endpoints.isEmpty()) {
            if (latest) {
                supersede(merchant, notification, endpoints);
            }
            address(merchant, notification, position, endpoints);
            afterCommit(() -> told.accept(merchant));
        }
    }

    /** Held as whoever sends to them, and whoever changes them, holds them: before their lanes. */
    private List<String> asking(MerchantId merchant, Notification notification) {
        return of(merchant, notification, """
                        select webhook_endpoint_id from webhook_endpoint
                        where merchant_id = :merchant and state = 'enabled' and :type = any(types)
                        order by webhook_endpoint_id for key share
                        """).query(String.class).list();
    }

    private void lanes(MerchantId merchant, Notification notification, List<String> endpoints) {
        of(merchant, notification, """
                        insert into webhook_lane (merchant_id, webhook_endpoint_id, key, due_at)
                        select :merchant, endpoint, :key, clock_timestamp() from unnest(:endpoints) endpoint
                        on conflict (merchant_id, webhook_endpoint_id, key) do update set key = excluded.key
                        """)
                .param("endpoints", endpoints.toArray(String[]::new))
                .update();
    }

    private long keep(MerchantId merchant, Notification notification) {
        return of(merchant, notification, """
                        insert into notification (merchant_id, type, key, data)
                        values (:merchant, :type, :key, :data::json) returning position
                        """)
                .param("data", json.writeValueAsString(notification.data()))
                .query(Long.class)
                .single();
    }

    private void supersede(MerchantId merchant, Notification notification, List<String> endpoints) {
        of(merchant, notification, """
                        update webhook_delivery set state = 'superseded'
                        where merchant_id = :merchant and webhook_endpoint_id = any(:endpoints) and key = :key
                            and state = 'pending'
                        """)
                .param("endpoints", endpoints.toArray(String[]::new))
                .update();
    }

    private void address(MerchantId merchant, Notification notification, long position, List<String> endpoints) {
        of(merchant, notification, """
                        insert into webhook_delivery (merchant_id, webhook_endpoint_id, position, key, state)
                        select :merchant, endpoint, :position, :key, 'pending' from unnest(:endpoints) endpoint
                        """)
                .param("position", position)
                .param("endpoints", endpoints.toArray(String[]::new))
                .update();
    }

    private void sweep(MerchantId merchant) {
        jdbc.sql("""
                        delete from notification where merchant_id = :merchant and position in (
                            select position from (
                                select position, recorded_at from notification
                                where merchant_id = :merchant order by position limit 10
                                for update skip locked) oldest
                            where recorded_at < now() - interval '30 days')
                        """).param("merchant", merchant.value()).update();
    }

    private JdbcClient.StatementSpec of(MerchantId merchant, Notification notification, String sql) {
        return jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param("type", notification.type())
                .param("key", notification.key());
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
