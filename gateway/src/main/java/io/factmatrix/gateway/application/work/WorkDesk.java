package io.factmatrix.gateway.application.work;

import io.factmatrix.gateway.domain.notification.Notification;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.gateway.domain.work.Comparison;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.Findings;
import io.factmatrix.gateway.domain.work.WorkItem;
import io.factmatrix.gateway.domain.work.WorkItemFilter;
import io.factmatrix.gateway.domain.work.WorkItemId;
import io.factmatrix.gateway.domain.work.WorkItems;
import io.factmatrix.gateway.domain.work.WorkMove;
import io.factmatrix.gateway.domain.work.WorkState;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.WorkRule;
import io.factmatrix.gateway.domain.work.rule.WorkRules;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.Actor;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.revision.IfMatch;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with work items, each inside one transaction of the merchant. */
public final class WorkDesk {

    /** Who opens and closes what rules find. */
    private static final Actor SYSTEM = new Actor("fact-matrix", List.of());

    private final WorkItems items;
    private final WorkRules rules;
    private final Register<WorkItemId, WorkItem> register;
    private final Notifications notifications;
    private final NewIds ids;

    public WorkDesk(
            WorkItems items,
            WorkRules rules,
            Register<WorkItemId, WorkItem> register,
            Notifications notifications,
            NewIds ids) {
        this.items = items;
        this.rules = rules;
        this.register = register;
        this.notifications = notifications;
        this.ids = ids;
    }

    /**
     * Brings the queue up to what a rule found at that moment. Whoever does holds the rule, so that of many that found the same one opens it; whose moment lies
     * before what was compared last, or who judged by settings that are not the rule's any more, changes nothing.
     *
     * @return whether it was compared
     */
    public boolean compare(MerchantId merchant, WorkRule judgedBy, Findings findings, Instant at) {
        var rule = rules.hold(merchant, judgedBy.kind());
        var last = rule.lookedAt();
        if (!rule.settings().equals(judgedBy.settings()) || (last != null && !last.isBefore(at))) {
            return false;
        }
        var write = new Write(merchant, SYSTEM, at, IfMatch.of(List.of()), null);
        var standing = items.holdStanding(merchant, rule.kind());
        var comparison = rule.settings().on() ? Comparison.of(standing, findings) : Comparison.off(standing);
        comparison.gone().forEach((item, because) -> close(write, item, because));
        comparison.fresh().forEach(finding -> open(write, rule, finding));
        rules.looked(merchant, rule.kind(), at);
        return true;
    }

    private void open(Write write, WorkRule rule, Finding finding) {
        var before = items.last(write.merchant(), rule.kind(), finding.cause());
        var item = WorkItem.opened(
                new WorkItemId(ids.next(write.at())),
                rule.kind(),
                finding.of(rule.settings().department()),
                write.at().plus(Duration.ofHours(rule.settings().dueInHours())),
                before.orElse(null),
                write.at());
        tell(write, register.add(write, item));
    }

    private void close(Write write, WorkItem item, String because) {
        var gone = register.replace(write, "closed", item, item.gone(because, write.at()));
        if (gone.state() != item.state()) {
            tell(write, gone);
        }
    }

    /** 404 {@code work-item.unknown}, also of what is not seen; 412 {@code revision.mismatch}, 409 {@code transition.refused}, {@code work-item.gone}. */
    public WorkItem move(Write write, WorkItemId id, WorkMove move) {
        // Before what it is like is told by a 412.
        find(write.merchant(), id, Department.seenBy(write.by().roles()));
        var by = move.by(write.by().subject());
        var moved = register.change(write, id, "moved", item -> item.to(by, write.at()));
        tell(write, moved);
        return moved;
    }

    /** By the state that it has come into: {@code work-item.opened}, {@code work-item.taken}. */
    private void tell(Write write, WorkItem item) {
        var what = item.state() == WorkState.OPEN ? "opened" : item.state().word();
        notifications.add(
                write.merchant(),
                new Notification("work-item." + what, item.id().value(), item.body()));
    }

    /** 404 {@code work-item.unknown}, also of the work of other departments. */
    public WorkItem find(MerchantId merchant, WorkItemId id, Set<Department> seen) {
        var item = register.find(merchant, id);
        if (!seen.contains(item.found().department())) {
            throw WorkItemId.WORK_ITEM.unknown(id.value());
        }
        return item;
    }

    /** At most so many, the newest first, made before that one. */
    public List<WorkItem> list(MerchantId merchant, WorkItemFilter filter, @Nullable WorkItemId before, int limit) {
        return items.list(merchant, filter, before, limit);
    }
}
