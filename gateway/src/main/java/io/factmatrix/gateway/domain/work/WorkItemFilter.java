package io.factmatrix.gateway.domain.work;

import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which work items are asked for: null filters nothing.
 *
 * @param departments only the work of these
 */
public record WorkItemFilter(
        Set<Department> departments,
        @Nullable WorkState state,
        @Nullable RuleKind rule) {}
