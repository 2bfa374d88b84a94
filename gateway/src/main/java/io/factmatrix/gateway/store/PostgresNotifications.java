package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.notification.Notification;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.kit.merchant.MerchantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** A row each. */
public final class PostgresNotifications implements Notifications {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public PostgresNotifications(JdbcTemplate template, ObjectMapper json) {
        this.jdbc = JdbcClient.create(template);
        this.json = json;
    }

    @Override
    public void add(MerchantId merchant, Notification notification) {
        jdbc.sql("""
                        insert into notification (merchant_id, type, key, data)
                        values (:merchant, :type, :key, :data::json)
                        """)
                .param("merchant", merchant.value())
                .param("type", notification.type())
                .param("key", notification.key())
                .param("data", json.writeValueAsString(notification.data()))
                .update();
    }
}
