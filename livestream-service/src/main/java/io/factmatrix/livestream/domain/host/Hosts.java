package io.factmatrix.livestream.domain.host;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hosts of merchants. */
public interface Hosts extends Resources<HostId, Host> {

    /**
     * At most so many, the newest first.
     *
     * @param state null for all
     * @param before only those made before that one; null for all
     */
    List<Host> list(MerchantId merchant, @Nullable HostState state, @Nullable HostId before, int limit);
}
