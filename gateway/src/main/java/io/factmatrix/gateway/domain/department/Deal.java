package io.factmatrix.gateway.domain.department;

import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list of deals or plans that a department is to look at: which resources of which service, and which of those.
 *
 * @param word as the API calls it
 * @param resources the last part of their path, such as {@code offers}
 * @param filter the parameters that the service filters by
 * @param concerns which of those that it tells are meant
 * @param detail what is asked of each of them besides, such as {@code pacing}; null for nothing
 * @param shows with which details they are shown
 */
public record Deal(
        String word,
        FieldService service,
        String resources,
        Time time,
        Map<String, String> filter,
        Predicate<Map<String, @Nullable Object>> concerns,
        @Nullable String detail,
        Predicate<Map<String, @Nullable Object>> shows) {

    /** Sessions of the period that are over and that nobody has reviewed. */
    public static final Deal SESSIONS_TO_REVIEW =
            new Deal("sessionsToReview", FieldService.LIVESTREAM, "sessions", Time.OF_PERIOD, Map.of("state", "ended"));

    public static final Deal SESSIONS_REVIEWED = new Deal(
            "sessionsReviewed", FieldService.LIVESTREAM, "sessions", Time.OF_PERIOD, Map.of("state", "reviewed"));
    /** Open offers of which at most a tenth of the stock is left. */
    public static final Deal OFFERS_NEARLY_SOLD_OUT = new Deal(
            "offersNearlySoldOut",
            FieldService.CAMPAIGN,
            "offers",
            Time.ANY,
            Map.of("state", "open"),
            Deal::isNearlySoldOut,
            null,
            any -> true);

    public static final Deal COLLABORATIONS_ACTIVE = new Deal(
            "collaborationsActive", FieldService.CREATOR, "collaborations", Time.ANY, Map.of("state", "active"));
    /** Participations whose sample has not come in time. */
    public static final Deal SAMPLES_OVERDUE =
            new Deal("samplesOverdue", FieldService.CREATOR, "participations", Time.ANY, Map.of("overdue", "sample"));

    /** Participations whose content has not. */
    public static final Deal CONTENT_OVERDUE =
            new Deal("contentOverdue", FieldService.CREATOR, "participations", Time.ANY, Map.of("overdue", "content"));

    public static final Deal OUTREACHES_OVERDUE =
            new Deal("outreachesOverdue", FieldService.CREATOR, "outreaches", Time.ANY, Map.of("overdue", "true"));
    /** Signed, and not over yet. */
    public static final Deal ENGAGEMENTS_COMING =
            new Deal("engagementsComing", FieldService.KOL, "engagements", Time.FROM_NOW, Map.of("state", "signed"));
    /** Engagements of the period that sold less than was guaranteed. */
    public static final Deal GUARANTEES_SHORT = new Deal(
            "guaranteesShort",
            FieldService.KOL,
            "engagements",
            Time.OF_PERIOD,
            Map.of(),
            engagement -> engagement.get("guaranteedGmv") != null,
            "economics",
            Deal::isShort);

    public static final Deal STATEMENTS_OPEN = new Deal(
            "statementsOpen", FieldService.CREATOR, "settlement-statements", Time.ANY, Map.of("state", "open"));
    public static final Deal CAMPAIGNS_RUNNING = new Deal(
            "campaignsRunning",
            FieldService.CAMPAIGN,
            "campaigns",
            Time.ANY,
            Map.of("state", "running"),
            any -> true,
            "pacing",
            any -> true);

    /** What time a list is asked for. */
    enum Time {
        ANY,
        OF_PERIOD,
        FROM_NOW
    }

    /** Of the stock: an offer with no more left is nearly sold out. */
    private static final BigDecimal LITTLE = new BigDecimal("0.1");

    private Deal(String word, FieldService service, String resources, Time time, Map<String, String> filter) {
        this(word, service, resources, time, filter, any -> true, null, any -> true);
    }

    /** By which parameters the service is asked. */
    public Map<String, String> parameters(Period period, Instant now) {
        var parameters = new LinkedHashMap<>(filter);
        switch (time) {
            case ANY -> {}
            case OF_PERIOD -> {
                parameters.put("from", period.start().toString());
                parameters.put("to", period.end().toString());
            }
            // Services read times up to milliseconds.
            case FROM_NOW ->
                parameters.put("from", now.truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return parameters;
    }

    /** Whether one of these resources is meant. */
    public boolean concerns(Map<String, @Nullable Object> resource) {
        return concerns.test(resource);
    }

    /** Whether one with that detail is shown. */
    public boolean shows(Map<String, @Nullable Object> told) {
        return shows.test(told);
    }

    private static boolean isNearlySoldOut(Map<String, @Nullable Object> offer) {
        var stock = new BigDecimal(Objects.toString(offer.get("stock"), "0"));
        var left = new BigDecimal(Objects.toString(offer.get("left"), "0"));
        return left.compareTo(stock.multiply(LITTLE)) <= 0;
    }

    private static boolean isShort(Map<String, @Nullable Object> economics) {
        return economics.get("guarantee") instanceof Map<?, ?> guarantee
                && guarantee.get("shortfall") instanceof String shortfall
                && new BigDecimal(shortfall).signum() > 0;
    }
}
