package io.factmatrix.livestream.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Row;
import io.factmatrix.livestream.domain.gate.GateOverride;
import io.factmatrix.livestream.domain.gate.Overrides;
import io.factmatrix.livestream.domain.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Overrides in PostgreSQL. */
public final class PostgresOverrides implements Overrides {

    private final JdbcClient jdbc;

    public PostgresOverrides(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Map<String, GateOverride> of(MerchantId merchant, SessionId session) {
        return jdbc
                .sql("select * from gate_override where merchant_id = :merchant and session_id = :session")
                .param("merchant", merchant.value())
                .param("session", session.value())
                .query(PostgresOverrides::read)
                .list()
                .stream()
                .collect(Collectors.toMap(GateOverride::failure, Function.identity()));
    }

    @Override
    public void add(MerchantId merchant, SessionId session, GateOverride override) {
        jdbc.sql("""
                        insert into gate_override (merchant_id, session_id, failure, reason, subject, given_at)
                        values (:merchant, :session, :failure, :reason, :subject, :at)
                        """)
                .param("merchant", merchant.value())
                .param("session", session.value())
                .param("failure", override.failure())
                .param("reason", override.reason())
                .param("subject", override.by())
                .param("at", override.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static GateOverride read(ResultSet result, int number) throws SQLException {
        var row = new Row(result);
        return new GateOverride(
                row.text("failure"), row.text("reason"), row.optionalText("subject"), row.instant("given_at"));
    }
}
