package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import io.factmatrix.ledger.domain.aftersales.TouchpointWeek;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Complaints that name no product, by touchpoint.
 *
 * <p>Most touchpoints are new: a session has no weeks before it. So a touchpoint's complaints of the last week, for each line that it sold in the last two, since who complains has bought before, are compared
 * with those of the whole field for each line of the four weeks before. That is too mild for a touchpoint that goes on, whose complaints of a week are divided by the lines of two, and never too strict.
 */
public record TouchpointComplaints(FieldAfterSales seen) {

    private static final int DAYS_OF_WEEK = 7;

    /** {@link RuleKind#COMPLAINT_CLUSTER}: bounds as of products. A touchpoint that sold nothing in those weeks is not judged. */
    public List<Finding> clusters(Judging judging) {
        return share(week -> week.touchpoint() == null && week.week() > 0, week -> true).stream()
                .flatMap(usual -> seen.touchpoints().stream()
                        .flatMap(week -> Stream.ofNullable(week.touchpoint()))
                        .distinct()
                        .flatMap(touchpoint -> cluster(judging, touchpoint, usual).stream()))
                .toList();
    }

    private Optional<Finding> cluster(Judging judging, String touchpoint, Share usual) {
        double sigmas = judging.threshold(RuleKind.SIGMAS);
        return share(week -> touchpoint.equals(week.touchpoint()) && week.week() <= 1, week -> week.week() == 0)
                .filter(now -> now.some() >= judging.threshold(RuleKind.LEAST_COMPLAINTS))
                .filter(now -> now.lower(sigmas) > usual.upper(sigmas))
                .map(now -> finding(judging, touchpoint, now, usual));
    }

    /** Complaints of some of those weeks for each line of all of them; one line can be complained of twice. Empty when nothing was sold. */
    private Optional<Share> share(Predicate<TouchpointWeek> weeks, Predicate<TouchpointWeek> complained) {
        long lines = sum(weeks, TouchpointWeek::lines);
        long complaints = sum(weeks.and(complained), TouchpointWeek::complaints);
        return lines > 0 ? Optional.of(new Share(Math.min(complaints, lines), lines)) : Optional.empty();
    }

    private long sum(Predicate<TouchpointWeek> weeks, ToLongFunction<TouchpointWeek> what) {
        return seen.touchpoints().stream().filter(weeks).mapToLong(what).sum();
    }

    private Finding finding(Judging judging, String touchpoint, Share now, Share usual) {
        var field = seen.field();
        var days = judging.lastDays(DAYS_OF_WEEK);
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("from", days.from().toString());
        facts.put("to", days.to().toString());
        facts.put("lines", now.of());
        facts.put("complaints", now.some());
        facts.put("rate", Judging.rate(now.value()));
        facts.put("linesBefore", usual.of());
        facts.put("complaintsBefore", usual.some());
        facts.put("rateBefore", Judging.rate(usual.value()));
        return new Finding(
                "touchpoint/%s/%s".formatted(field.word(), touchpoint),
                Department.SERVICE,
                Set.of(field),
                Map.of("field", field.word(), "touchpoint", touchpoint),
                facts,
                judging.cockpit(Department.SERVICE, days),
                ExpectedMoney.unknown("what a complaint costs is not known"),
                "",
                BigDecimal.valueOf(now.value()));
    }
}
