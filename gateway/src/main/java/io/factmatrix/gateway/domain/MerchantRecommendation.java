package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.recommendation.Day;
import io.factmatrix.gateway.domain.recommendation.Division;
import io.factmatrix.gateway.domain.recommendation.Reallocation;
import io.factmatrix.gateway.domain.recommendation.Response;
import io.factmatrix.gateway.domain.recommendation.Wish;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How each field answers to what is spent on it, and how a budget is best divided among them; as it is answered. */
public record MerchantRecommendation(
        MerchantId merchant, DaysOfFields days, Map<Field, Response> responses, Wish wish, Reallocation reallocation) {

    /** Those that money can be moved between. */
    public static final List<Field> FIELDS = List.of(Field.LIVESTREAM, Field.CREATOR, Field.CAMPAIGN, Field.KOL);

    /**
     * @param responses of each field
     */
    public static MerchantRecommendation of(
            MerchantId merchant, DaysOfFields days, Map<Field, Response> responses, Wish wish) {
        return new MerchantRecommendation(merchant, days, responses, wish, Division.of(responses, wish));
    }

    /** As it is answered. */
    public Map<String, @Nullable Object> body() {
        var question = days.asked();
        var state = days.state();
        var body = new RecommendationBody(wish);
        var fields = new Members();
        FIELDS.forEach(field -> fields.add(
                field.word(),
                new Members()
                        .add("state", state.of(field))
                        .addAll(body.of(
                                Objects.requireNonNull(responses.get(field)),
                                Objects.requireNonNull(reallocation.shares().get(field))))
                        .object()));
        return new Members()
                .add("merchant", merchant.value())
                .add("period", question.whole().body())
                .add("currency", question.question().currency().getCurrencyCode())
                .add("complete", state.isComplete())
                .add("label", "estimate")
                .add("costCategories", Day.CATEGORIES)
                .add("allocation", body.of(reallocation))
                .add("fields", fields.object())
                .object();
    }
}
