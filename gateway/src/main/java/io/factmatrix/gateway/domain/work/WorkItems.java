package io.factmatrix.gateway.domain.work;

import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work items of merchants. */
public interface WorkItems extends Resources<WorkItemId, WorkItem> {

    /** At most so many, the newest first, made before that one; null for all. */
    List<WorkItem> list(MerchantId merchant, WorkItemFilter filter, @Nullable WorkItemId before, int limit);

    /** Those of a rule whose cause stands, which nobody else changes until the transaction ends. */
    List<WorkItem> holdStanding(MerchantId merchant, RuleKind rule);

    /** The last item that a cause had. */
    Optional<WorkItemId> last(MerchantId merchant, RuleKind rule, String cause);
}
