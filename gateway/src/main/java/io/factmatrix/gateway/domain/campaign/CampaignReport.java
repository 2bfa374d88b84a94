package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.gateway.domain.Amounts;
import io.factmatrix.gateway.domain.Members;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.selection.FieldSales;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign brought. Direct is what its own pages sold, assisted what its scope selects of the other fields, each by itself: a part of that field's figures, and never added to the campaign's.
 * Only the effect is of both, since what a campaign moves it moves there and here; each line is of one field, and so counted once.
 */
public final class CampaignReport {

    private final CampaignQuestion question;
    private final Sections<FieldSales> sections;
    private final Map<LocalDate, String> leftOut;
    private final Map<LocalDate, String> leftOutAfter;
    private final Effect effect;

    public CampaignReport(CampaignQuestion question, Sections<FieldSales> sections) {
        var time = question.time();
        this.question = question;
        this.sections = sections;
        this.leftOut = leftOut(time.earliest().datesUntil(time.first()));
        this.leftOutAfter = leftOut(time.after().stream());
        this.effect = new Effect(
                time,
                new Baseline(time.first(), leftOut, time.zone()),
                time.after().stream()
                        .filter(day -> !leftOutAfter.containsKey(day))
                        .toList(),
                new Amounts(question.currency()));
    }

    private Map<LocalDate, String> leftOut(Stream<LocalDate> days) {
        var reasons = new LinkedHashMap<LocalDate, String>();
        days.forEach(day -> {
            var reason = leftOut(day);
            if (reason != null) {
                reasons.put(day, reason);
            }
        });
        return reasons;
    }

    /** Why a day tells nothing of how much is sold without a campaign; null when it does. */
    private @Nullable String leftOut(LocalDate day) {
        var time = question.time();
        if (!time.isOver(day)) {
            return "not over";
        }
        var begun = begun();
        if (begun == null || day.isBefore(DayPart.day(begun, time.zone()))) {
            return "before the first event";
        }
        var whole = DayPart.whole(day);
        return question.others().stream()
                .filter(other -> isBursting(other, whole.start(time.zone()), whole.end(time.zone())))
                .findFirst()
                .map(other -> "burst of " + other.id())
                .orElse(null);
    }

    /** Of the merchant, in whatever field: a field that it did not use by then sold nothing. */
    private @Nullable Instant begun() {
        return sections.known().values().stream()
                .map(FieldSales::begun)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static boolean isBursting(Campaign other, Instant start, Instant end) {
        return other.phases().stream()
                .filter(Campaign.Phase::isBurst)
                .anyMatch(burst -> burst.start().isBefore(end) && start.isBefore(burst.end()));
    }

    /** As it is answered. */
    public Map<String, @Nullable Object> body(MerchantId merchant) {
        var campaign = question.campaign();
        return new Members()
                .add("merchant", merchant.value())
                .add("campaign", campaign.id())
                .add("kind", campaign.kind())
                .add("name", campaign.name())
                .add("state", campaign.state())
                .add("currency", question.currency().getCurrencyCode())
                .add("period", period())
                .add("complete", sections.isComplete())
                .add(
                        "baseline",
                        days(question.time().earliest(), question.time().first(), leftOut))
                .add(
                        "after",
                        days(question.time().after().get(0), question.time().latest(), leftOutAfter))
                .add("effect", whole())
                .add("direct", sections.body(Field.CAMPAIGN, this::told))
                .add("assisted", assisted())
                .add("overlaps", question.overlaps().stream().map(this::overlap).toList())
                .object();
    }

    private Map<String, @Nullable Object> period() {
        var time = question.time();
        return new Members()
                .add("from", time.start().toString())
                .add("to", time.end().toString())
                .add(
                        "until",
                        time.until().isBefore(time.start())
                                ? null
                                : time.until().toString())
                .add("zone", time.zone().getId())
                .object();
    }

    private static Map<String, @Nullable Object> days(LocalDate from, LocalDate to, Map<LocalDate, String> leftOut) {
        return new Members()
                .add("from", from.toString())
                .add("to", to.toString())
                .add(
                        "leftOut",
                        leftOut.entrySet().stream()
                                .map(day -> new Members()
                                        .add("date", day.getKey().toString())
                                        .add("reason", day.getValue())
                                        .object())
                                .toList())
                .object();
    }

    private Map<String, @Nullable Object> told(FieldSales answer) {
        return effect.of(question.sold(answer));
    }

    private Map<String, @Nullable Object> assisted() {
        var fields = new Members();
        others().forEach(field -> fields.add(
                field.word(),
                new Members()
                        .add("inScope", question.concerns(field))
                        .addAll(sections.body(field, answer -> question.concerns(field) ? told(answer) : Map.of()))
                        .object()));
        return fields.object();
    }

    private static Stream<Field> others() {
        return Sections.FIELDS.stream().filter(field -> field != Field.CAMPAIGN);
    }

    /** Of both, or why it is not known: a part of it would be taken for the whole. */
    private Map<String, @Nullable Object> whole() {
        var known = sections.known();
        var away = Sections.FIELDS.stream()
                .filter(question::concerns)
                .filter(field -> !known.containsKey(field))
                .map(Field::word)
                .toList();
        if (!away.isEmpty()) {
            return new Members()
                    .add(
                            "reason",
                            "%s: missing (expected: every field of its scope)".formatted(String.join(", ", away)))
                    .object();
        }
        var sold = known.values().stream()
                .filter(answer -> question.concerns(answer.field()))
                .map(question::sold)
                .reduce(Sold.of(List.of()), Sold::plus);
        return effect.of(sold);
    }

    private Map<String, @Nullable Object> overlap(Overlap overlap) {
        var other = overlap.other();
        return new Members()
                .add("campaign", other.id())
                .add("name", other.name())
                .add("from", overlap.from().toString())
                .add("to", overlap.to().toString())
                .add("assisted", shared(overlap))
                .object();
    }

    private Map<String, @Nullable Object> shared(Overlap overlap) {
        var known = sections.known();
        var fields = new Members();
        overlap.selections().forEach((field, selection) -> {
            var answer = known.get(field);
            fields.add(
                    field.word(),
                    new Members()
                            .add("products", selection.products())
                            .add("touchpoints", selection.touchpoints())
                            .add("shops", selection.shops())
                            .add("actual", answer == null ? null : actual(overlap, answer))
                            .object());
        });
        return fields.object();
    }

    /** Null when nothing of it has passed. */
    private @Nullable Map<String, @Nullable Object> actual(Overlap overlap, FieldSales answer) {
        var amounts = new Amounts(question.currency());
        return question.shared(answer, overlap)
                .map(sold -> {
                    var members = new Members();
                    for (var measure : Measure.values()) {
                        members.add(measure.word(), amounts.money(sold.of(measure, overlap.from(), overlap.to())));
                    }
                    return members.object();
                })
                .orElse(null);
    }
}
