package io.factmatrix.creator.http;

import io.factmatrix.creator.domain.deal.FeeDeal;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** From which GMV a deal pays: reckoned, and not kept. */
@RestController
final class BreakEvenController {

    private static final Set<String> PARAMETERS =
            Set.of("slotFee", "otherFixedCost", "currency", "commissionRate", "returnRate", "unitCostShare");

    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?");

    @GetMapping(value = "/v1/merchants/{merchant}/break-evens", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, @Nullable Object> breakEven(ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var currency = Objects.requireNonNullElse(
                parameters.optional(
                        "currency",
                        "an ISO 4217 currency",
                        text -> Money.digitsOf(text).map(digits -> text).orElse(null)),
                "CNY");
        int digits = Money.digitsOf(currency).orElseThrow();
        return new FeeDeal(
                        currency,
                        required("slotFee", amount(parameters, "slotFee", digits)),
                        Objects.requireNonNullElse(amount(parameters, "otherFixedCost", digits), BigDecimal.ZERO),
                        share(parameters, "commissionRate"),
                        share(parameters, "returnRate"),
                        share(parameters, "unitCostShare"))
                .members();
    }

    private static @Nullable BigDecimal amount(Parameters parameters, String name, int digits) {
        return parameters.optional(
                name,
                "an amount of at least 0 with at most %d decimals".formatted(digits),
                text -> AMOUNT.matcher(text).matches() && new BigDecimal(text).scale() <= digits
                        ? new BigDecimal(text)
                        : null);
    }

    private static BigDecimal required(String name, @Nullable BigDecimal amount) {
        if (amount == null) {
            throw new ProblemException(400, "parameter.missing", name + ": absent (expected: an amount)");
        }
        return amount;
    }

    private static BigDecimal share(Parameters parameters, String name) {
        return parameters.required(name, Share.EXPECTED, Share::read);
    }
}
