package io.factmatrix.kit.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows of a list must be like; null asks for nothing. */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> binds = new LinkedHashMap<>();

    /** That column has that value. */
    public Conditions equal(String column, @Nullable Object value) {
        return with(column, "=", value);
    }

    public Conditions atLeast(String column, @Nullable Object value) {
        return with(column, ">=", value);
    }

    public Conditions below(String column, @Nullable Object value) {
        return with(column, "<", value);
    }

    public Conditions above(String column, @Nullable Object value) {
        return with(column, ">", value);
    }

    /** That column has one of these values. */
    public Conditions anyOf(String column, @Nullable List<String> values) {
        if (values != null) {
            var bind = "c" + binds.size();
            sql.append(" and ").append(column).append(" = any(:").append(bind).append(')');
            binds.put(bind, values.toArray(String[]::new));
        }
        return this;
    }

    /** That column, an array, holds that value. */
    public Conditions contains(String column, @Nullable Object value) {
        if (value != null) {
            var bind = "c" + binds.size();
            sql.append(" and :").append(bind).append(" = any(").append(column).append(')');
            binds.put(bind, value);
        }
        return this;
    }

    private Conditions with(String column, String operator, @Nullable Object value) {
        if (value != null) {
            var bind = "c" + binds.size();
            sql.append(" and ")
                    .append(column)
                    .append(' ')
                    .append(operator)
                    .append(" :")
                    .append(bind);
            binds.put(bind, value);
        }
        return this;
    }

    /** To stand behind another condition. */
    String sql() {
        return sql.toString();
    }

    Map<String, Object> binds() {
        return binds;
    }
}
