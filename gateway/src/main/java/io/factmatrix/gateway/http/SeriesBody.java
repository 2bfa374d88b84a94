package io.factmatrix.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.gateway.domain.MerchantSeries;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.gateway.domain.SeriesState;
import io.factmatrix.kit.merchant.MerchantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** A series as JSON, written as its parts come: never more than one of them is in memory. What is known of the whole only then comes last. */
final class SeriesBody {

    private final ObjectMapper json;
    private final SeriesState state = new SeriesState();

    /** Before the next point: what comes before all of them, then what stands between two. */
    private String before;

    SeriesBody(MerchantId merchant, SeriesQuestion asked, ObjectMapper json) {
        this.json = json;
        this.before = "{" + members(asked.head(merchant)) + ",\"points\":[";
    }

    /** The next part. */
    byte[] with(MerchantSeries part) {
        state.add(part);
        var written = new StringBuilder();
        for (var point : part.points()) {
            written.append(before).append(json.writeValueAsString(point));
            before = ",";
        }
        return written.toString().getBytes(UTF_8);
    }

    /** What comes behind all points, if there are any. */
    byte[] end() {
        var head = before.equals(",") ? "" : before;
        return (head + "]," + members(state.tail()) + "}").getBytes(UTF_8);
    }

    /** Of an object without its braces. */
    private String members(Map<String, @Nullable Object> object) {
        var written = json.writeValueAsString(object);
        return written.substring(1, written.length() - 1);
    }
}
