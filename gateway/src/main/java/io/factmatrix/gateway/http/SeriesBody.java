package io.factmatrix.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.gateway.domain.MerchantSeries;
import io.factmatrix.kit.merchant.MerchantId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** A series as JSON, written as its parts come: never more than one of them is in memory. What is known of the whole only then comes last. */
final class SeriesBody {

    private final MerchantId merchant;
    private final ObjectMapper json;

    /** The first part, or the first that is not complete: what it says of the fields is said of the whole. */
    private @Nullable MerchantSeries shown;

    /** Between points; a part may have none, where a zone left out a day. */
    private String separator = "";

    SeriesBody(MerchantId merchant, ObjectMapper json) {
        this.merchant = merchant;
        this.json = json;
    }

    /** The next part; before the first one, what comes before all points. */
    byte[] with(MerchantSeries part) {
        var written = new StringBuilder();
        if (shown == null) {
            written.append('{').append(members(part.head(merchant))).append(",\"points\":[");
        }
        if (shown == null || (shown.isComplete() && !part.isComplete())) {
            shown = part;
        }
        for (var point : part.points()) {
            written.append(separator).append(json.writeValueAsString(point));
            separator = ",";
        }
        return written.toString().getBytes(UTF_8);
    }

    /** What comes behind all points. */
    byte[] end() {
        return ("]," + members(Objects.requireNonNull(shown, "a part").tail()) + "}").getBytes(UTF_8);
    }

    /** Of an object without its braces. */
    private String members(Map<String, @Nullable Object> object) {
        var written = json.writeValueAsString(object);
        return written.substring(1, written.length() - 1);
    }
}
