package io.factmatrix.creator.domain.screening;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The screenings of merchants. */
public interface Screenings extends Resources<ScreeningId, Screening> {

    /** At most so many, the newest first, made before that one; null for all. */
    List<Screening> list(MerchantId merchant, @Nullable ScreeningId before, int limit);
}
