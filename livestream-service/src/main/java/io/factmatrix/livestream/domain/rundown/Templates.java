package io.factmatrix.livestream.domain.rundown;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The templates of merchants. */
public interface Templates extends Resources<TemplateId, Template> {

    /**
     * At most so many, the newest first.
     *
     * @param before only those made before that one; null for all
     */
    List<TemplateEntry> list(MerchantId merchant, @Nullable TemplateId before, int limit);
}
