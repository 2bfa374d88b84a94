package io.factmatrix.kol.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kol.application.EconomicsDesk;
import io.factmatrix.kol.domain.economics.Economics;
import io.factmatrix.kol.domain.engagement.EngagementId;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How an engagement pays. */
@RestController
final class EconomicsController {

    private static final String ECONOMICS = "/v1/merchants/{merchant}/engagements/{engagement}/economics";

    private static final Set<String> KNOWN = Set.of("goodsCostShare", "returnRate", "adSpend");
    private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?");

    /** So much that no sum of money that can be stored is more. */
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,18})(\\.[0-9]{1,4})?");

    private final EconomicsDesk economics;
    private final MerchantReads reads;
    private final InstantSource clock;

    EconomicsController(EconomicsDesk economics, MerchantReads reads, InstantSource clock) {
        this.economics = economics;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping(value = ECONOMICS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, @Nullable Object>> economics(
            @PathVariable MerchantId merchant, @PathVariable String engagement, ServerHttpRequest request) {
        var id = EngagementId.of(engagement);
        var parameters = Parameters.of(request, KNOWN);
        var goodsCostShare = share(parameters, "goodsCostShare");
        var returnRate = share(parameters, "returnRate");
        var adSpend = Objects.requireNonNullElse(
                decimal(parameters, "adSpend", AMOUNT, "an amount in the currency of the slot fee, such as 1500.00"),
                BigDecimal.ZERO);
        return reads.read(
                        merchant,
                        () -> economics.economics(merchant, id, goodsCostShare, returnRate, adSpend, clock.instant()))
                .map(Economics::members);
    }

    private static @Nullable BigDecimal share(Parameters parameters, String name) {
        return decimal(parameters, name, SHARE, "a number from 0 to 1 with at most 6 decimals");
    }

    private static @Nullable BigDecimal decimal(Parameters parameters, String name, Pattern pattern, String expected) {
        return parameters.optional(
                name, expected, text -> pattern.matcher(text).matches() ? new BigDecimal(text) : null);
    }
}
