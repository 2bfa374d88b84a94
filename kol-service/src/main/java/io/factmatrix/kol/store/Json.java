package io.factmatrix.kol.store;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kol.domain.engagement.Clause;
import io.factmatrix.kol.domain.engagement.ClauseKind;
import io.factmatrix.kol.domain.engagement.Milestone;
import io.factmatrix.kol.domain.engagement.Payment;
import io.factmatrix.kol.domain.engagement.PromisedProduct;
import io.factmatrix.kol.domain.kol.Estimate;
import io.factmatrix.kol.domain.kol.PastFigures;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.plan.domain.Span;
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

    List<String> texts(String json) {
        return texts(mapper.readTree(json));
    }

    private static List<String> texts(JsonNode texts) {
        return texts.valueStream().map(JsonNode::stringValue).toList();
    }

    PastFigures pastFigures(String json) {
        var figures = mapper.readTree(json);
        return new PastFigures(
                estimate(figures.get("followers"), JsonNode::longValue),
                estimate(figures.get("viewers"), JsonNode::longValue),
                estimate(figures.get("gmv"), Json::money),
                estimate(figures.get("returnRate"), Json::share));
    }

    private static <T> @Nullable Estimate<T> estimate(JsonNode estimate, Function<JsonNode, T> read) {
        if (estimate.isNull()) {
            return null;
        }
        var value = estimate.get("value");
        return value == null
                ? new Estimate<>(read.apply(estimate.get("lower")), read.apply(estimate.get("upper")))
                : Estimate.exactly(read.apply(value));
    }

    List<PromisedProduct> products(String json) {
        return all(
                json,
                product -> new PromisedProduct(
                        product.get("product").stringValue(),
                        product.get("category").stringValue(),
                        money(product.get("price")),
                        product.get("stock").isNull()
                                ? null
                                : product.get("stock").longValue()));
    }

    List<Clause> clauses(String json) {
        return all(
                json,
                clause -> new Clause(
                        Word.of(ClauseKind.class, clause.get("kind").stringValue())
                                .orElseThrow(),
                        texts(clause.get("categories")),
                        texts(clause.get("products")),
                        new Span(time(clause.get("from")), time(clause.get("to")))));
    }

    List<Milestone> milestones(String json) {
        return all(
                json,
                milestone -> new Milestone(
                        milestone.get("name").stringValue(),
                        time(milestone.get("due")),
                        optionalTime(milestone.get("doneAt"))));
    }

    List<Payment> payments(String json) {
        return all(
                json,
                payment -> new Payment(
                        money(payment.get("amount")), time(payment.get("due")), optionalTime(payment.get("paidAt"))));
    }

    private <T> List<T> all(String json, Function<JsonNode, T> read) {
        return mapper.readTree(json).valueStream().map(read).toList();
    }

    private static Instant time(JsonNode time) {
        return Instant.parse(time.stringValue());
    }

    private static @Nullable Instant optionalTime(JsonNode time) {
        return time.isNull() ? null : time(time);
    }

    private static BigDecimal share(JsonNode share) {
        return new BigDecimal(share.asString()).stripTrailingZeros();
    }

    private static Money money(JsonNode money) {
        var currency = money.get("currency").stringValue();
        var amount = new BigDecimal(money.get("amount").stringValue());
        return new Money(
                amount.movePointRight(Money.digitsOf(currency).orElseThrow()).longValueExact(), currency);
    }
}
