package io.factmatrix.campaign.store;

import io.factmatrix.campaign.domain.guard.MerchantRules;
import io.factmatrix.campaign.domain.guard.PromiseRules;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.revision.Revision;
import io.factmatrix.plan.domain.GuardRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** The rules of merchants in PostgreSQL: a row each, from the first change on. */
public final class PostgresRules implements MerchantRules {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public PostgresRules(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
    }

    @Override
    public PromiseRules find(MerchantId merchant) {
        return jdbc.sql("select rules, revision from promise_rules where merchant_id = :merchant")
                .param("merchant", merchant.value())
                .query(this::rules)
                .optional()
                .orElse(PromiseRules.FIRST);
    }

    /** One statement that makes the row or holds it: between two there could be another client. */
    @Override
    public PromiseRules hold(MerchantId merchant) {
        return jdbc.sql("""
                        insert into promise_rules (merchant_id, rules, revision) values (:merchant, :rules::json, :revision)
                        on conflict (merchant_id) do update set merchant_id = excluded.merchant_id
                        returning rules, revision
                        """)
                .param("merchant", merchant.value())
                .param("rules", json.writeValueAsString(PromiseRules.FIRST.rules()))
                .param("revision", PromiseRules.FIRST.revision().number())
                .query(this::rules)
                .single();
    }

    @Override
    public void replace(MerchantId merchant, PromiseRules rules) {
        jdbc.sql("update promise_rules set rules = :rules::json, revision = :revision where merchant_id = :merchant")
                .param("merchant", merchant.value())
                .param("rules", json.writeValueAsString(rules.rules()))
                .param("revision", rules.revision().number())
                .update();
    }

    private PromiseRules rules(ResultSet row, int number) throws SQLException {
        return new PromiseRules(
                json.readValue(row.getString("rules"), GuardRules.class), new Revision(row.getLong("revision")));
    }
}
