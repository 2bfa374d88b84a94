package io.factmatrix.gateway.domain.watch;

import io.factmatrix.ledger.domain.event.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a look shows that the one before did not. A field that does not answer hides what is there: nothing of it is gone. Nor is found what was there when its field was first
 * looked at.
 *
 * @param found told of
 * @param known seen for the first time, but not told of
 * @param changed there before, with other data
 * @param gone told of
 */
public record News(List<Sight> found, List<Sight> known, List<Sight> changed, List<Sight> gone) {

    /**
     * @param before what was seen
     * @param watched the fields that had been looked at
     */
    public static News of(Collection<Sight> before, Set<Field> watched, Look look) {
        Map<String, Sight> seen = before.stream().collect(Collectors.toMap(Sight::id, Function.identity()));
        var found = new ArrayList<Sight>();
        var known = new ArrayList<Sight>();
        var changed = new ArrayList<Sight>();
        for (var sight : look.sights()) {
            var old = seen.remove(sight.id());
            if (old == null) {
                (watched.containsAll(sight.fields()) ? found : known).add(sight);
            } else if (!old.data().equals(sight.data())) {
                changed.add(sight);
            }
        }
        var gone = seen.values().stream()
                .filter(sight -> look.answered().containsAll(sight.fields()))
                .toList();
        return new News(found, known, changed, gone);
    }

    /** All that is to be remembered anew. */
    public List<Sight> seen() {
        return Stream.of(found, known, changed).flatMap(List::stream).toList();
    }
}
