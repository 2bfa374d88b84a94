package io.factmatrix.gateway.domain.lens;

import io.factmatrix.gateway.domain.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a lens shows.
 *
 * @param letters all of the lens, in its order
 */
public record LensDefinition(Lens lens, List<Letter> letters) {

    public LensDefinition {
        letters = List.copyOf(letters);
        var given = letters.stream().map(Letter::letter).toList();
        if (!given.equals(lens.letters())) {
            throw new IllegalArgumentException("letters: %s (expected: %s)".formatted(given, lens.letters()));
        }
    }

    /** As the API calls them. */
    public Map<String, @Nullable Object> members() {
        return new Members()
                .add("lens", lens.word())
                .add("letters", letters.stream().map(Letter::members).toList())
                .object();
    }
}
