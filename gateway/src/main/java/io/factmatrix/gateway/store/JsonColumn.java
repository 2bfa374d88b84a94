package io.factmatrix.gateway.store;

import java.sql.Types;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Members of the API in a column of the type {@code json}. */
record JsonColumn(ObjectMapper json) {

    private static final TypeReference<Map<String, @Nullable Object>> MEMBERS = new TypeReference<>() {};

    SqlParameterValue written(Map<String, ? extends @Nullable Object> members) {
        return new SqlParameterValue(Types.OTHER, json.writeValueAsString(members));
    }

    Map<String, @Nullable Object> read(String column) {
        return json.readValue(column, MEMBERS);
    }
}
