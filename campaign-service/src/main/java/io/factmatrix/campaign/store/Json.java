package io.factmatrix.campaign.store;

import io.factmatrix.campaign.domain.campaign.Budget;
import io.factmatrix.campaign.domain.campaign.CampaignPage;
import io.factmatrix.campaign.domain.campaign.Enrolment;
import io.factmatrix.campaign.domain.campaign.Goals;
import io.factmatrix.campaign.domain.campaign.Phase;
import io.factmatrix.campaign.domain.campaign.PhaseName;
import io.factmatrix.campaign.domain.campaign.Scope;
import io.factmatrix.kit.json.Word;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What stands in columns of JSON, as the API shows it. */
final class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** For a column of that type. */
    SqlParameterValue column(Object value) {
        return new SqlParameterValue(Types.OTHER, mapper.writeValueAsString(value));
    }

    List<Phase> phases(String json) {
        return all(
                mapper.readTree(json),
                phase -> new Phase(
                        Word.of(PhaseName.class, phase.get("phase").stringValue())
                                .orElseThrow(),
                        Instant.parse(phase.get("start").stringValue()),
                        Instant.parse(phase.get("end").stringValue())));
    }

    Goals goals(String json) {
        var goals = mapper.readTree(json);
        return new Goals(optionalMoney(goals.get("gmv")), number(goals.get("newBuyers")), number(goals.get("orders")));
    }

    List<Budget> budgets(String json) {
        return all(
                mapper.readTree(json),
                budget -> new Budget(budget.get("category").stringValue(), money(budget.get("amount"))));
    }

    Scope scope(String json) {
        var scope = mapper.readTree(json);
        return new Scope(
                all(scope.get("products"), JsonNode::stringValue),
                all(scope.get("touchpoints"), Json::enrolment),
                all(scope.get("shops"), JsonNode::stringValue));
    }

    private static Enrolment enrolment(JsonNode enrolment) {
        var note = enrolment.get("note");
        return new Enrolment(
                Field.of(enrolment.get("field").stringValue()).orElseThrow(),
                enrolment.get("touchpoint").stringValue(),
                note.isNull() ? null : note.stringValue());
    }

    List<CampaignPage> pages(String json) {
        return all(
                mapper.readTree(json),
                page -> new CampaignPage(
                        page.get("shop").stringValue(), page.get("touchpoint").stringValue()));
    }

    private static <T> List<T> all(JsonNode array, Function<JsonNode, T> reader) {
        return array.valueStream().map(reader).toList();
    }

    private static @Nullable Money optionalMoney(JsonNode money) {
        return money.isNull() ? null : money(money);
    }

    private static Money money(JsonNode money) {
        var currency = money.get("currency").stringValue();
        var amount = new BigDecimal(money.get("amount").stringValue());
        return new Money(
                amount.movePointRight(Money.digitsOf(currency).orElseThrow()).longValueExact(), currency);
    }

    private static @Nullable Long number(JsonNode number) {
        return number.isNull() ? null : number.longValue();
    }
}
