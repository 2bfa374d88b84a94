package io.factmatrix.gateway.domain.work.rule;

import io.factmatrix.kit.json.Word;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Who has work to do; called as the role that may see it. */
public enum Department implements Word {
    CONTENT,
    GOODS,
    CREATORS,
    ADS,
    SERVICE;

    private static final String OPERATOR = "operator";

    /** Those whose work is seen by whoever has these roles: an operator sees that of all. */
    public static Set<Department> seenBy(Collection<String> roles) {
        if (roles.contains(OPERATOR)) {
            return EnumSet.allOf(Department.class);
        }
        var seen = EnumSet.noneOf(Department.class);
        for (var department : values()) {
            if (roles.contains(department.word())) {
                seen.add(department);
            }
        }
        return seen;
    }
}
