package io.factmatrix.kit.write;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.resource.Resources;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the resources of one kind, and records in the audit trail what is done to them, in the transaction of the caller. */
public final class Register<I extends Id, T extends Resource<I>> {

    private final Kind kind;
    private final Resources<I, T> resources;
    private final AuditTrail trail;

    public Register(Kind kind, Resources<I, T> resources, AuditTrail trail) {
        this.kind = kind;
        this.resources = resources;
        this.trail = trail;
    }

    public T add(Write write, T resource) {
        resources.add(write.merchant(), resource);
        record(write, resource.id(), "created", Map.of(), resource);
        return resource;
    }

    /**
     * Changes the resource while nobody else does. What changes nothing is no change. 404 {@code <kind>.unknown}, 412 {@code revision.mismatch}.
     *
     * @param action what is done, as a past participle: {@code moved}
     */
    public T change(Write write, I id, String action, UnaryOperator<T> change) {
        var before = hold(write, id);
        write.expects(before.version().revision());
        return replace(write, action, before, change.apply(before));
    }

    /** The resource as it is to be, in the place of what was held. */
    public T replace(Write write, String action, T before, T after) {
        if (!after.equals(before)) {
            resources.replace(write.merchant(), after);
            record(write, after.id(), action, before.members(), after);
        }
        return after;
    }

    /**
     * These resources, of which those are new that were not among those that are held. All are stored before the first is recorded, since from there on the
     * merchant's other writes wait.
     */
    public void keepAll(Write write, Collection<T> held, Collection<T> all) {
        var before = held.stream().collect(Collectors.toMap(Resource::id, Function.identity()));
        var changed = all.stream()
                .filter(resource -> !resource.equals(before.get(resource.id())))
                .toList();
        for (var resource : changed) {
            if (before.containsKey(resource.id())) {
                resources.replace(write.merchant(), resource);
            } else {
                resources.add(write.merchant(), resource);
            }
        }
        for (var resource : changed) {
            var old = before.get(resource.id());
            record(
                    write,
                    resource.id(),
                    old == null ? "created" : "changed",
                    old == null ? Map.of() : old.members(),
                    resource);
        }
    }

    /** The resource, which nobody else changes until the write ends. 404 {@code <kind>.unknown}. */
    public T hold(Write write, I id) {
        return resources.hold(write.merchant(), id).orElseThrow(() -> kind.unknown(id.value()));
    }

    /** 404 {@code <kind>.unknown}. */
    public T find(MerchantId merchant, I id) {
        return resources.find(merchant, id).orElseThrow(() -> kind.unknown(id.value()));
    }

    private void record(Write write, I id, String action, Map<String, @Nullable Object> before, T after) {
        trail.add(write.merchant(), write.by(), Change.of(kind.name(), id.value(), action, before, after.members()));
    }
}
