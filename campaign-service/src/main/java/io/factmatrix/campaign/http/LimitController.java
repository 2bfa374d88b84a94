package io.factmatrix.campaign.http;

import io.factmatrix.campaign.application.LimitDesk;
import io.factmatrix.campaign.domain.guard.LimitId;
import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.ledger.domain.event.Money;
import io.factmatrix.ledger.domain.event.MoneyMember;
import io.factmatrix.plan.domain.Limit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How far promises of products may go. */
@RestController
final class LimitController {

    private static final String LIMITS = "/v1/merchants/{merchant}/product-limits";
    private static final String LIMIT = LIMITS + "/{productLimit}";

    private static final int MOST_FLOORS = 20;

    private final LimitDesk limits;
    private final Writes writes;
    private final Reads reads;

    LimitController(LimitDesk limits, Writes writes, Reads reads) {
        this.limits = limits;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(LIMITS)
    Mono<ResponseEntity<byte[]>> set(ServerWebExchange exchange) {
        return writes.write(
                exchange, LimitController::limit, (write, limit) -> Written.created(limits.set(write, limit)));
    }

    @PutMapping(LIMIT)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String productLimit, ServerWebExchange exchange) {
        var id = LimitId.of(productLimit);
        return writes.write(
                exchange, LimitController::limit, (write, limit) -> Written.changed(limits.change(write, id, limit)));
    }

    @DeleteMapping(LIMIT)
    Mono<ResponseEntity<byte[]>> remove(@PathVariable String productLimit, ServerWebExchange exchange) {
        var id = LimitId.of(productLimit);
        return writes.write(
                exchange, write -> Written.done(limits.remove(write, id).body()));
    }

    @GetMapping(value = LIMIT, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> limit(
            @PathVariable MerchantId merchant, @PathVariable String productLimit) {
        var id = LimitId.of(productLimit);
        return reads.one(merchant, () -> limits.find(merchant, id));
    }

    @GetMapping(value = LIMITS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> limits(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "product-limits", Set.of("product"), LimitId::new, parameters -> {
            var product = parameters.optionalText("product");
            return (before, limit) -> limits.list(merchant, product, before, limit);
        });
    }

    private static Limit limit(Members members) throws Refused {
        var product = members.text("product");
        var floors = members.objects("floors", MOST_FLOORS, floor -> MoneyMember.of(floor, 0));
        requireApart(members, floors);
        return new Limit(product, floors, members.optionalInteger("stock", 0, OfferBody.MOST_UNITS));
    }

    private static void requireApart(Members members, List<Money> floors) throws Refused {
        for (int at = 0; at < floors.size(); at++) {
            var currency = floors.get(at).currency();
            if (floors.subList(0, at).stream()
                    .anyMatch(floor -> floor.currency().equals(currency))) {
                throw members.invalid("floors[%d]".formatted(at), currency, "a currency that is not there before");
            }
        }
    }
}
