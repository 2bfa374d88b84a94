package io.factmatrix.livestream.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.StrictJson;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.Conditions;
import io.factmatrix.kit.store.PostgresResources;
import io.factmatrix.kit.store.Row;
import io.factmatrix.livestream.domain.gate.Condition;
import io.factmatrix.livestream.domain.gate.Gate;
import io.factmatrix.livestream.domain.gate.Rule;
import io.factmatrix.livestream.domain.gate.RuleFilter;
import io.factmatrix.livestream.domain.gate.RuleId;
import io.factmatrix.livestream.domain.gate.RuleProfile;
import io.factmatrix.livestream.domain.gate.RuleState;
import io.factmatrix.livestream.domain.gate.Rules;
import io.factmatrix.livestream.domain.gate.Severity;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Gate rules in PostgreSQL; their conditions as the API shows them. */
public final class PostgresRules extends PostgresResources<RuleId, Rule> implements Rules {

    private static final StrictJson CONDITION = new StrictJson("condition", 3);

    private final Json json;

    public PostgresRules(JdbcTemplate jdbc, ObjectMapper json) {
        super(jdbc, "gate_rule");
        this.json = new Json(json);
    }

    @Override
    public List<Rule> list(MerchantId merchant, RuleFilter filter, @Nullable RuleId before, int limit) {
        var conditions = new Conditions().equal("gate", filter.gate()).equal("state", filter.state());
        return newest(merchant, conditions, before, limit);
    }

    @Override
    protected Map<String, @Nullable Object> columns(Rule rule) {
        var profile = rule.profile();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", profile.name());
        columns.put("gate", profile.gate());
        columns.put("severity", profile.severity());
        columns.put("fix", profile.fix());
        columns.put("condition", json.column(profile.condition().members()));
        columns.put("state", rule.state());
        return columns;
    }

    @Override
    protected Rule read(Row row) throws SQLException {
        var profile = new RuleProfile(
                row.text("name"),
                row.word("gate", Gate.class),
                row.word("severity", Severity.class),
                row.optionalText("fix"),
                condition(row.text("condition")));
        return new Rule(
                new RuleId(row.text("gate_rule_id")), profile, row.word("state", RuleState.class), row.version());
    }

    private static Condition condition(String text) {
        try {
            return Condition.read(CONDITION.read(text.getBytes(UTF_8)));
        } catch (Refused refused) {
            throw new IllegalStateException("A rule that was kept is none: " + refused.detail(), refused);
        }
    }
}
