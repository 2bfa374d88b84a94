package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.ledger.domain.event.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What creators are offered.
 *
 * @param creators who may take part in a targeted one; none of an open one
 * @param products for which a commission is paid; none for all
 * @param window when what is paid earns a commission
 * @param currency in which it does
 * @param zone whose calendar months the tiers of the rates go by
 * @param fee for each creator whose content is linked, whatever is sold; null for none
 */
public record CollaborationTerms(
        String name,
        CollaborationKind kind,
        List<CreatorId> creators,
        List<String> products,
        Span window,
        String currency,
        ZoneId zone,
        @Nullable Money fee,
        Rates rates) {

    /** Until that moment, if it would go on for longer. */
    CollaborationTerms until(Instant moment) {
        return new CollaborationTerms(name, kind, creators, products, window.until(moment), currency, zone, fee, rates);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", name);
        members.put("kind", kind);
        members.put("creators", creators);
        members.put("products", products);
        members.put("window", window.members());
        members.put("currency", currency);
        members.put("zone", zone.getId());
        members.put("fee", fee == null ? null : fee.members());
        members.put("rates", rates.members(currency));
        return members;
    }
}
