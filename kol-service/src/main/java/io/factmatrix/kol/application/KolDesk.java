package io.factmatrix.kol.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.kol.domain.kol.Kol;
import io.factmatrix.kol.domain.kol.KolFilter;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.kol.domain.kol.KolProfile;
import io.factmatrix.kol.domain.kol.KolState;
import io.factmatrix.kol.domain.kol.Kols;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with KOLs, each inside one transaction of the merchant. */
public final class KolDesk {

    private final Kols kols;
    private final Register<KolId, Kol> register;
    private final NewIds ids;

    public KolDesk(Kols kols, Register<KolId, Kol> register, NewIds ids) {
        this.kols = kols;
        this.register = register;
        this.ids = ids;
    }

    /** 409 {@code handle.taken}. */
    public Kol add(Write write, KolProfile profile) {
        return register.add(write, Kol.listed(new KolId(ids.next(write.at())), profile, write.at()));
    }

    /** 404 {@code kol.unknown}, 412 {@code revision.mismatch}, 409 {@code handle.taken}. */
    public Kol change(Write write, KolId id, KolProfile profile) {
        return register.change(write, id, "changed", kol -> kol.with(profile, write.at()));
    }

    /** 404 {@code kol.unknown}, 412 {@code revision.mismatch}, 409 {@code transition.refused}. */
    public Kol move(Write write, KolId id, KolState to) {
        return register.change(write, id, "moved", kol -> kol.to(to, write.at()));
    }

    /** 404 {@code kol.unknown}. */
    public Kol find(MerchantId merchant, KolId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<Kol> list(MerchantId merchant, KolFilter filter, @Nullable KolId before, int limit) {
        return kols.list(merchant, filter, before, limit);
    }
}
