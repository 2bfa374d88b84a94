package io.factmatrix.ledger.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.figures.TouchpointKinds;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All touchpoints that a table of the service names are of one kind. */
public final class NamedTouchpoints implements TouchpointKinds {

    private static final int AT_A_TIME = 10_000;

    private final JdbcClient jdbc;
    private final TouchpointKind kind;
    private final String table;

    /**
     * @param table one with the columns {@code merchant_id} and {@code touchpoint}
     */
    public NamedTouchpoints(JdbcTemplate template, TouchpointKind kind, String table) {
        this.jdbc = JdbcClient.create(template);
        this.kind = kind;
        this.table = table;
    }

    @Override
    public Map<String, TouchpointKind> of(MerchantId merchant) {
        var kinds = new HashMap<String, TouchpointKind>();
        jdbc.sql("select touchpoint from " + table + " where merchant_id = :merchant")
                .param("merchant", merchant.value())
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    kinds.put(row.getString("touchpoint"), kind);
                });
        return kinds;
    }
}
