package io.factmatrix.kol.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kol.domain.engagement.Clause;
import io.factmatrix.kol.domain.engagement.ClauseKind;
import io.factmatrix.kol.domain.engagement.Engagement;
import io.factmatrix.kol.domain.engagement.EngagementState;
import io.factmatrix.kol.domain.engagement.Engagements;
import io.factmatrix.kol.domain.promise.EngagementPromises;
import io.factmatrix.plan.domain.KeptPromises;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.Span;
import io.factmatrix.plan.domain.calendar.Calendar;
import io.factmatrix.plan.domain.calendar.CalendarEntry;
import io.factmatrix.plan.domain.calendar.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What engagements promise and plan. A merchant signs some dozens a month: all that reach into the time are read. */
public final class PostgresPlans implements KeptPromises, Calendar {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Engagements engagements;

    public PostgresPlans(Engagements engagements) {
        this.engagements = engagements;
    }

    @Override
    public List<Promise> list(MerchantId merchant, Look look, String from, int sources) {
        var span = look.span();
        return engagements.signed(merchant, span == null ? new Span(EARLIEST, LATEST) : span).stream()
                .filter(engagement -> engagement.id().value().compareTo(from) >= 0)
                .map(engagement -> EngagementPromises.of(engagement).stream()
                        .filter(look::covers)
                        .toList())
                .filter(promises -> !promises.isEmpty())
                .limit(sources)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<CalendarEntry> entries(MerchantId merchant, Span span) {
        return engagements.reaching(merchant, span).stream()
                .filter(engagement -> engagement.state() != EngagementState.CANCELLED)
                .flatMap(engagement -> entries(engagement).stream())
                .filter(entry -> isWithin(entry, span))
                .sorted(Comparator.comparing(CalendarEntry::start))
                .toList();
    }

    private static boolean isWithin(CalendarEntry entry, Span span) {
        var end = entry.end();
        return entry.start().isBefore(span.end())
                && (end == null ? !entry.start().isBefore(span.start()) : end.isAfter(span.start()));
    }

    private static List<CalendarEntry> entries(Engagement engagement) {
        var terms = engagement.terms();
        var all = new ArrayList<CalendarEntry>();
        all.add(entry(
                EntryKind.ENGAGEMENT,
                engagement,
                "",
                terms.title(),
                terms.slot().start(),
                terms.slot().end()));
        for (int at = 0; at < terms.clauses().size(); at++) {
            all.add(entry(engagement, terms.clauses().get(at), "clause-" + at));
        }
        for (int at = 0; at < terms.milestones().size(); at++) {
            var milestone = terms.milestones().get(at);
            var title = "%s: %s".formatted(terms.title(), milestone.name());
            all.add(entry(EntryKind.MILESTONE, engagement, "milestone-" + at, title, milestone.due(), null));
        }
        return all;
    }

    private static CalendarEntry entry(Engagement engagement, Clause clause, String part) {
        var named = Stream.concat(clause.products().stream(), clause.categories().stream())
                .toList();
        return entry(
                clause.kind() == ClauseKind.PRICE_PROTECTION ? EntryKind.PRICE_PROTECTION : EntryKind.EXCLUSIVITY,
                engagement,
                part,
                "%s: %s".formatted(engagement.terms().title(), String.join(", ", named)),
                clause.span().start(),
                clause.span().end());
    }

    private static CalendarEntry entry(
            EntryKind kind, Engagement engagement, String part, String title, Instant start, @Nullable Instant end) {
        return new CalendarEntry(
                kind,
                engagement.id().value(),
                part,
                title,
                start,
                end,
                engagement.state().word(),
                engagement.state() == EngagementState.DRAFT);
    }
}
