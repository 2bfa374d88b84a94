package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.FieldPlans;
import io.factmatrix.gateway.application.MerchantPlans;
import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.plan.MerchantCalendar;
import io.factmatrix.gateway.icalendar.ICalendar;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Field;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** When what the fields plan happens: as JSON, or as a file that calendars open. */
@RestController
final class CalendarController {

    private static final String CALENDAR = "/v1/merchants/{merchant}/calendar";
    private static final String TEXT_CALENDAR = "text/calendar;charset=UTF-8";

    private static final Set<String> PARAMETERS = Set.of("from", "to", "zone", "field");
    private static final String FIELDS =
            FieldPlans.FIELDS.stream().map(Field::word).collect(Collectors.joining(", ", "one of ", ""));

    /** A year and a day: all that anybody plans. */
    private static final int MOST_DAYS = 366;

    private final MerchantPlans plans;
    private final InstantSource clock;

    CalendarController(MerchantPlans plans, InstantSource clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping(value = CALENDAR, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> calendar(@PathVariable String merchant, ServerHttpRequest request) {
        return asked(merchant, request).map(MerchantCalendar::body);
    }

    @GetMapping(value = CALENDAR, produces = TEXT_CALENDAR)
    Mono<String> file(@PathVariable String merchant, ServerHttpRequest request) {
        return asked(merchant, request)
                .map(calendar -> ICalendar.of(MerchantId.of(merchant), calendar, clock.instant()));
    }

    private Mono<MerchantCalendar> asked(String merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var field = parameters.optional(
                "field",
                FIELDS,
                word -> Field.of(word).filter(FieldPlans.FIELDS::contains).orElse(null));
        return plans.calendar(
                Callers.of(merchant, request), period(parameters), field == null ? FieldPlans.FIELDS : List.of(field));
    }

    private static Period period(Parameters parameters) {
        var from = parameters.required("from", Questions.DATE, Questions::date);
        var to = parameters.required("to", Questions.DATE, Questions::date);
        if (!from.isBefore(to)) {
            throw ProblemException.invalid("from", from, "before to, %s, which is excluded".formatted(to));
        }
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            throw ProblemException.invalid("to", to, "at most %d days after from, %s".formatted(MOST_DAYS, from));
        }
        var zone = parameters.optional("zone", Questions.ZONE, Questions::zone);
        return new Period(from, to, Objects.requireNonNullElse(zone, Questions.DEFAULT_ZONE));
    }
}
