package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.lens.KeptDefinition;
import io.factmatrix.gateway.domain.lens.Lens;
import io.factmatrix.gateway.domain.lens.LensDefinition;
import io.factmatrix.gateway.domain.lens.LensDefinitions;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.audit.Change;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Write;

/** Says what lenses show. */
public final class LensDesk {

    private final LensDefinitions definitions;
    private final AuditTrail trail;

    public LensDesk(LensDefinitions definitions, AuditTrail trail) {
        this.definitions = definitions;
        this.trail = trail;
    }

    /** 412 {@code revision.mismatch}. */
    public KeptDefinition change(Write write, LensDefinition other) {
        var before = definitions.hold(write.merchant(), other.lens());
        write.expects(before.revision());
        var after = before.by(other);
        if (!after.equals(before)) {
            definitions.replace(write.merchant(), after);
            trail.add(
                    write.merchant(),
                    write.by(),
                    Change.of(
                            "lens-definition",
                            other.lens().word(),
                            "changed",
                            before.definition().members(),
                            after.definition().members()));
        }
        return after;
    }

    public KeptDefinition find(MerchantId merchant, Lens lens) {
        return definitions.find(merchant, lens);
    }
}
