package io.factmatrix.gateway.domain.lens;

import io.factmatrix.gateway.domain.Members;
import io.factmatrix.gateway.domain.definition.Definition.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a letter of a lens is called, and what stands for it.
 *
 * @param gauges none when no figure can say it
 * @param reason why none can; null when some do
 */
public record Letter(
        String letter,
        Text name,
        List<Gauge> gauges,
        @Nullable String reason) {

    public Letter {
        gauges = List.copyOf(gauges);
    }

    static Letter of(String letter, String english, String chinese, Gauge... gauges) {
        return new Letter(letter, new Text(english, chinese), List.of(gauges), null);
    }

    static Letter unknown(String letter, String english, String chinese, String reason) {
        return new Letter(letter, new Text(english, chinese), List.of(), reason);
    }

    /** As the API calls them. */
    public Map<String, @Nullable Object> members() {
        return head().add("figures", gauges.stream().map(Gauge::members).toList())
                .add("reason", reason)
                .object();
    }

    Members head() {
        return new Members()
                .add("letter", letter)
                .add(
                        "name",
                        new Members()
                                .add("en", name.english())
                                .add("zh", name.chinese())
                                .object());
    }
}
