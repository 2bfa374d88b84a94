package io.factmatrix.kol.domain.kol;

import io.factmatrix.ledger.domain.event.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant says of a KOL.
 *
 * @param handle by which the platform calls the KOL
 * @param categories what the KOL sells, in the merchant's words
 * @param agency who negotiates for the KOL
 * @param slotFee what a slot typically costs; what one does cost is said by its engagement
 */
public record KolProfile(
        String name,
        Platform platform,
        String handle,
        List<String> categories,
        @Nullable String agency,
        @Nullable Money slotFee,
        PastFigures pastFigures) {

    public KolProfile {
        categories = List.copyOf(categories);
    }
}
