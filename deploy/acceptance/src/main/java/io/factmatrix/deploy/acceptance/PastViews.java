package io.factmatrix.deploy.acceptance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks for views as of moments of the past, and in the end demands of each that it was right and is the same still. */
final class PastViews {

    private static final int EVERY = 7;

    private final MerchantApi api;
    private final List<ViewQuery> queries;
    private final Map<ViewQuery, Answer> answers = new LinkedHashMap<>();
    private int looks;

    PastViews(MerchantApi api, List<ViewQuery> queries) {
        this.api = api;
        this.queries = queries;
    }

    /** Now and then asks as of the last moment that a view of the present knows of: it is past, whatever clock one asks. */
    void lookBackFrom(JsonNode view) {
        var last = StreamSupport.stream(view.path("fields").spliterator(), false)
                .map(field -> time(field.path("asOf").asString("")))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        if (last.isPresent() && looks++ % EVERY == 0) {
            look(last.get());
        }
    }

    private static @Nullable Instant time(String text) {
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }

    /** Asks as of so many of these moments, or just before or after them. */
    void lookAtRandom(Collection<Instant> recorded, long seed, int times) {
        var random = new Random(seed);
        var moments = recorded.stream().sorted().toList();
        for (int time = 0; time < times && !moments.isEmpty(); time++) {
            look(moments.get(random.nextInt(moments.size())).plusMillis(random.nextInt(3) - 1));
        }
    }

    private void look(Instant moment) {
        var query = queries.get(answers.size() % queries.size()).withAsOf(moment);
        answers.putIfAbsent(query, api.view(query));
    }

    /** What of the answers is not what had been recorded by then, or is answered differently now. */
    List<String> wrong(List<Event> history, Map<Event.Key, Instant> recorded) {
        var wrong = new ArrayList<String>();
        answers.forEach((query, answer) -> {
            var then = history.stream()
                    .filter(event -> isRecorded(recorded.get(event.key()), query.asOf()))
                    .toList();
            var again = api.view(query);
            if (!again.ok() || !again.json().path("complete").asBoolean()) {
                wrong.add("the past is not told: " + query.parameters() + ": " + again);
                return;
            }
            Differences.between(new Oracle(then).view(query), again.json())
                    .forEach(difference -> wrong.add(query.parameters() + ": " + difference));
            if (answer.ok()
                    && answer.json().path("complete").asBoolean()
                    && !answer.text().equals(again.text())) {
                wrong.add("another past: " + query.parameters() + "\n  before: " + answer + "\n  after:  " + again);
            }
        });
        return wrong;
    }

    private static boolean isRecorded(@Nullable Instant recorded, @Nullable Instant asOf) {
        return recorded != null && asOf != null && !recorded.isAfter(asOf);
    }
}
