package io.factmatrix.creator.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.StrictJson;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.SqlParameterValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** What stands in columns of JSON: as the API takes it, so that one reader reads both; what is not known is absent. */
final class Json {

    private static final StrictJson COLUMN = new StrictJson("column", 6);

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** For a column of that type. */
    SqlParameterValue column(Object value) {
        var tree = mapper.<JsonNode>valueToTree(value);
        dropNulls(tree);
        return new SqlParameterValue(Types.OTHER, mapper.writeValueAsString(tree));
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            names.stream().filter(name -> object.get(name).isNull()).forEach(object::remove);
        }
        node.forEach(Json::dropNulls);
    }

    /** What that reader makes of a column. */
    static <T> T read(String column, Members.Reader<T> reader) {
        try {
            return reader.read(COLUMN.read(column.getBytes(UTF_8)));
        } catch (Refused refused) {
            throw new IllegalStateException("What was kept is not what it was: " + refused.detail(), refused);
        }
    }
}
