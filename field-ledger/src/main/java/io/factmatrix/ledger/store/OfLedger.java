package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements about one ledger: they name it by {@code :merchant} and {@code :field}. */
final class OfLedger {

    private OfLedger() {}

    static JdbcClient.StatementSpec sql(JdbcClient jdbc, LedgerId ledger, String sql) {
        return jdbc.sql(sql).param("merchant", ledger.merchant().value()).param("field", FieldCode.of(ledger.field()));
    }
}
