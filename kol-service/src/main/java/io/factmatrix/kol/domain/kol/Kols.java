package io.factmatrix.kol.domain.kol;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The KOLs of merchants. {@link #add} and {@link #replace} refuse a handle that another one of the platform has: 409 {@code handle.taken}. */
public interface Kols extends Resources<KolId, Kol> {

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<Kol> list(MerchantId merchant, KolFilter filter, @Nullable KolId before, int limit);
}
