package io.factmatrix.livestream.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.host.Host;
import io.factmatrix.livestream.domain.host.HostId;
import io.factmatrix.livestream.domain.host.HostProfile;
import io.factmatrix.livestream.domain.host.HostState;
import io.factmatrix.livestream.domain.host.Hosts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with hosts, each inside one transaction of the merchant. */
public final class HostDesk {

    private final Hosts hosts;
    private final Register<HostId, Host> register;
    private final NewIds ids;

    public HostDesk(Hosts hosts, Register<HostId, Host> register, NewIds ids) {
        this.hosts = hosts;
        this.register = register;
        this.ids = ids;
    }

    public Host add(Write write, HostProfile profile) {
        return register.add(write, Host.engaged(new HostId(ids.next(write.at())), profile, write.at()));
    }

    /** 404 {@code host.unknown}, 412 {@code revision.mismatch}. */
    public Host change(Write write, HostId id, HostProfile profile) {
        return register.change(write, id, "changed", host -> host.with(profile, write.at()));
    }

    /** 404 {@code host.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Host move(Write write, HostId id, HostState to) {
        return register.change(write, id, "moved", host -> host.to(to, write.at()));
    }

    /** 404 {@code host.unknown}. */
    public Host find(MerchantId merchant, HostId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Host> list(MerchantId merchant, @Nullable HostState state, @Nullable HostId before, int limit) {
        return hosts.list(merchant, state, before, limit);
    }
}
