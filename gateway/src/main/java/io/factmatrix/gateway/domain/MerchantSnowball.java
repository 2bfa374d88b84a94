package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.snowball.Reading;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the snowball meter tells of each field and of all, beside the funnel of the same days; as it is answered.
 *
 * @param readings of each field
 */
public record MerchantSnowball(
        MerchantId merchant,
        DaysOfFields days,
        MerchantAudience audience,
        Map<Field, Reading> readings,
        Reading total) {

    /** As it is answered. */
    public Map<String, @Nullable Object> body() {
        var question = days.asked();
        var state = days.state();
        var body = new ReadingBody(question.question().currency());
        var fields = new Members();
        readings.forEach((field, reading) -> fields.add(
                field.word(),
                new Members()
                        .add("state", state.of(field))
                        .addAll(body.of(reading))
                        .add("funnel", funnel(field))
                        .object()));
        return new Members()
                .add("merchant", merchant.value())
                .add("period", question.whole().body())
                .add("currency", question.question().currency().getCurrencyCode())
                .add("complete", state.isComplete() && audience.sections().isComplete())
                .add("label", "estimate")
                .add("fields", fields.object())
                .add(
                        "total",
                        new Members()
                                .addAll(body.of(total))
                                .add("funnel", funnel(null))
                                .object())
                .object();
    }

    /** How many came how far, and which share of those who came as far as the stage before. */
    private @Nullable Map<String, @Nullable Object> funnel(@Nullable Field field) {
        var stages = audience.stages(field);
        if (stages == null) {
            return null;
        }
        var rates = new Members();
        for (int at = 1; at < Stage.values().length; at++) {
            var stage = Stage.values()[at];
            rates.add(
                    stage.member(),
                    Amounts.ratio(
                            stages.at(stage).people().value(),
                            stages.at(Stage.values()[at - 1]).people().value()));
        }
        return new Members()
                .add("people", stages.body())
                .add("rates", rates.object())
                .object();
    }
}
