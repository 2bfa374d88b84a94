package io.factmatrix.ledger.http;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.application.Following;
import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.application.Replaying;
import io.factmatrix.ledger.application.Sketching;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.conflict.Conflicts;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldKinds;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.figures.Step;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hands the ledger out: single events, the whole of it in recorded order, how far it has come, the figures of a window, its conflicts. */
@RestController
final class LedgerController {

    private static final int USUALLY = 50;
    private static final Pattern ID_OR_NONE = Pattern.compile("[ -~]{0,64}");

    private final Reading reading;
    private final Replaying replaying;
    private final Sketching sketching;
    private final Following following;
    private final KeptFields kept;

    LedgerController(Reading reading, Replaying replaying, Sketching sketching, Following following, KeptFields kept) {
        this.reading = reading;
        this.replaying = replaying;
        this.sketching = sketching;
        this.following = following;
        this.kept = kept;
    }

    @GetMapping("/v1/merchants/{merchant}/events/{id}")
    Mono<Map<String, Object>> event(
            @PathVariable String merchant, @PathVariable String id, @RequestParam @Nullable String field) {
        var ledger = kept.ledger(merchant, field);
        return reading.find(ledger, id)
                .map(EventBody::of)
                .switchIfEmpty(Mono.error(() -> new ProblemException(
                        404, "event.unknown", "id: %s (expected: an event of %s)".formatted(id, ledger.field()))));
    }

    @GetMapping(value = "/v1/merchants/{merchant}/events", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, Object>> events(
            @PathVariable String merchant,
            @RequestParam @Nullable String field,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        int most = LedgerParameters.limit(limit, USUALLY);
        return reading.page(kept.ledger(merchant, field), LedgerParameters.watermark(after), most + 1)
                .map(found -> page(found.stream().map(EventBody::of).toList(), most));
    }

    /** One event more than asked for tells whether there is a next page; its cursor is the watermark behind which to go on. */
    private static Map<String, Object> page(List<Map<String, Object>> found, int most) {
        var items = found.size() > most ? found.subList(0, most) : found;
        var page = new LinkedHashMap<String, Object>();
        page.put("items", items);
        page.put("nextCursor", found.size() > most ? items.get(most - 1).get("watermark") : null);
        return page;
    }

    @GetMapping("/v1/merchants/{merchant}/positions")
    Mono<Map<Field, Standing>> positions(@PathVariable String merchant, @RequestParam @Nullable Instant asOf) {
        var owner = MerchantId.of(merchant);
        var asked = asOf == null ? reading.standings(owner, kept.fields()) : standingsThen(owner, asOf);
        return asked.map(standings -> {
            var told = new EnumMap<Field, Standing>(Field.class);
            standings.forEach((field, standing) ->
                    told.put(field, standing.withBehind(following.behind(new LedgerId(owner, field)))));
            return told;
        });
    }

    private Mono<Map<Field, Standing>> standingsThen(MerchantId merchant, Instant asOf) {
        return replaying
                .standings(merchant, asOf)
                .switchIfEmpty(Mono.error(() -> ProblemException.invalid("asOf", asOf, "a moment that is past")));
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/figures")
    Mono<FieldFigures> figures(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam String currency,
            @RequestParam @Nullable String shop,
            @RequestParam @Nullable String product,
            @RequestParam @Nullable String touchpoint,
            @RequestParam @Nullable Instant asOf) {
        var window = new Window(from, to, currency, shop, product, touchpoint);
        return asOf == null
                ? reading.figures(kept.ledger(merchant, field), window)
                : replaying.figures(kept.ledger(merchant, field), window, asOf);
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/kinds")
    Mono<FieldKinds> kinds(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam String currency,
            @RequestParam @Nullable String shop,
            @RequestParam @Nullable String product) {
        return reading.byKind(kept.ledger(merchant, field), new Window(from, to, currency, shop, product, null));
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/series")
    Mono<FieldSeries> series(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam ZoneId zone,
            @RequestParam String step,
            @RequestParam boolean people,
            @RequestParam String currency,
            @RequestParam @Nullable String shop,
            @RequestParam @Nullable String product,
            @RequestParam @Nullable String touchpoint) {
        var window = new Window(from, to, currency, shop, product, touchpoint);
        var known = Word.of(Step.class, step)
                .orElseThrow(() -> ProblemException.invalid(
                        "step", step, Word.all(Step.class).toString()));
        return reading.series(kept.ledger(merchant, field), window, known, zone, people);
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/audience")
    Mono<FieldAudience> audience(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam ZoneId zone,
            @RequestParam String currency,
            @RequestParam @Nullable String shop,
            @RequestParam @Nullable String product,
            @RequestParam @Nullable String touchpoint) {
        var window = new Window(from, to, currency, shop, product, touchpoint);
        return sketching.audience(kept.ledger(merchant, field), window, zone);
    }

    /** Its cursor is the id of the event behind which to go on: see {@link Conflicts}. */
    @GetMapping("/v1/merchants/{merchant}/fields/{field}/conflicts")
    Mono<Map<String, @Nullable Object>> conflicts(
            @PathVariable String merchant,
            @PathVariable String field,
            @RequestParam(defaultValue = "") String after,
            @RequestParam @Nullable String limit,
            @RequestParam @Nullable String kind) {
        int most = LedgerParameters.limit(limit, USUALLY);
        var ledger = kept.ledger(merchant, field);
        return reading.conflicts(ledger, kinds(kind), position(after), most)
                .map(page -> conflicts(ledger.field(), page));
    }

    private static Map<String, @Nullable Object> conflicts(Field field, Conflicts.Page page) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("field", field.word());
        body.put("items", page.conflicts().stream().map(ConflictBody::of).toList());
        body.put("nextCursor", page.next());
        return body;
    }

    private static Set<Conflict.Kind> kinds(@Nullable String kind) {
        if (kind == null) {
            return EnumSet.allOf(Conflict.Kind.class);
        }
        return Conflict.Kind.of(kind)
                .map(EnumSet::of)
                .orElseThrow(() -> ProblemException.invalid(
                        "kind",
                        kind,
                        Arrays.stream(Conflict.Kind.values())
                                .map(Conflict.Kind::word)
                                .collect(Collectors.joining(", ", "one of ", ""))));
    }

    private static String position(String after) {
        if (!ID_OR_NONE.matcher(after).matches()) {
            throw ProblemException.invalid("after", after, "the id of an event, or nothing");
        }
        return after;
    }
}
