package io.factmatrix.livestream.store;

import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.Segment;
import io.factmatrix.livestream.domain.session.Asset;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What stands in columns of JSON, as the API shows it. */
final class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** For a column of that type. */
    SqlParameterValue column(Object value) {
        return new SqlParameterValue(Types.OTHER, mapper.writeValueAsString(value));
    }

    List<Asset> assets(String json) {
        return assets(mapper.readTree(json));
    }

    List<Segment> segments(String json) {
        return segments(mapper.readTree(json));
    }

    List<LineContent> lines(String json) {
        return mapper.readTree(json).valueStream().map(Json::line).toList();
    }

    private static LineContent line(JsonNode line) {
        return new LineContent(
                text(line.get("product")),
                text(line.get("title")),
                money(line.get("price")),
                money(line.get("listPrice")),
                number(line.get("stock")),
                segments(line.get("segments")),
                assets(line.get("assets")));
    }

    private static List<Asset> assets(JsonNode assets) {
        return assets.valueStream()
                .map(asset -> new Asset(
                        asset.get("kind").stringValue(), asset.get("reference").stringValue()))
                .toList();
    }

    private static List<Segment> segments(JsonNode segments) {
        return segments.valueStream()
                .map(segment -> new Segment(segment.get("text").stringValue(), number(segment.get("seconds"))))
                .toList();
    }

    private static @Nullable Money money(JsonNode money) {
        if (money.isNull()) {
            return null;
        }
        var currency = money.get("currency").stringValue();
        var amount = new BigDecimal(money.get("amount").stringValue());
        return new Money(
                amount.movePointRight(Money.digitsOf(currency).orElseThrow()).longValueExact(), currency);
    }

    private static @Nullable String text(JsonNode text) {
        return text.isNull() ? null : text.stringValue();
    }

    private static @Nullable Long number(JsonNode number) {
        return number.isNull() ? null : number.longValue();
    }
}
