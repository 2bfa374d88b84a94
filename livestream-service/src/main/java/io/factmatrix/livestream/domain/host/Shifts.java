package io.factmatrix.livestream.domain.host;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shifts of a merchant's hosts. */
public interface Shifts extends Resources<ShiftId, Shift> {

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<Shift> list(MerchantId merchant, ShiftFilter filter, @Nullable ShiftId before, int limit);

    /** The planned ones of a host of which some lies between these. Nobody else plans another while the host is held. */
    List<Shift> planned(MerchantId merchant, HostId host, Instant from, Instant to);
}
