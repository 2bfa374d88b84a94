package io.factmatrix.kol.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.kol.application.MakeGoodDesk;
import io.factmatrix.kol.domain.engagement.EngagementId;
import io.factmatrix.kol.domain.makegood.MakeGoodId;
import io.factmatrix.kol.domain.makegood.MakeGoodKind;
import io.factmatrix.kol.domain.makegood.MakeGoodOffer;
import io.factmatrix.kol.domain.makegood.MakeGoodState;
import io.factmatrix.ledger.domain.event.MoneyMember;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How shortfalls are made good. */
@RestController
final class MakeGoodController {

    private static final String MAKE_GOODS = "/v1/merchants/{merchant}/engagements/{engagement}/make-goods";
    private static final String MAKE_GOOD = MAKE_GOODS + "/{makeGood}";

    private static final int LONGEST_NOTE = 500;

    private final MakeGoodDesk makeGoods;
    private final Writes writes;
    private final Reads reads;

    MakeGoodController(MakeGoodDesk makeGoods, Writes writes, Reads reads) {
        this.makeGoods = makeGoods;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(MAKE_GOODS)
    Mono<ResponseEntity<byte[]>> propose(@PathVariable String engagement, ServerWebExchange exchange) {
        var id = EngagementId.of(engagement);
        return writes.write(
                exchange,
                MakeGoodController::offer,
                (write, offer) -> Written.created(makeGoods.propose(write, id, offer)));
    }

    @PutMapping(MAKE_GOOD)
    Mono<ResponseEntity<byte[]>> change(
            @PathVariable String engagement, @PathVariable String makeGood, ServerWebExchange exchange) {
        var id = EngagementId.of(engagement);
        var makeGoodId = MakeGoodId.of(makeGood);
        return writes.write(
                exchange,
                MakeGoodController::offer,
                (write, offer) -> Written.changed(makeGoods.change(write, id, makeGoodId, offer)));
    }

    @PostMapping(MAKE_GOOD + "/transitions")
    Mono<ResponseEntity<byte[]>> move(
            @PathVariable String engagement, @PathVariable String makeGood, ServerWebExchange exchange) {
        var id = EngagementId.of(engagement);
        var makeGoodId = MakeGoodId.of(makeGood);
        return writes.write(
                exchange,
                MakeGoodState.TRANSITIONS.decoder(),
                (write, to) -> Written.changed(makeGoods.move(write, id, makeGoodId, to)));
    }

    @GetMapping(value = MAKE_GOOD, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> makeGood(
            @PathVariable MerchantId merchant, @PathVariable String engagement, @PathVariable String makeGood) {
        var id = EngagementId.of(engagement);
        var makeGoodId = MakeGoodId.of(makeGood);
        return reads.one(merchant, () -> makeGoods.find(merchant, id, makeGoodId));
    }

    @GetMapping(value = MAKE_GOODS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> makeGoods(
            @PathVariable MerchantId merchant, @PathVariable String engagement, ServerHttpRequest request) {
        var id = EngagementId.of(engagement);
        return reads.newest(merchant, request, "make-goods of " + id, Set.of("state"), MakeGoodId::new, parameters -> {
            var state = parameters.optionalWord("state", MakeGoodState.class);
            return (before, limit) -> makeGoods.list(merchant, id, state, before, limit);
        });
    }

    private static MakeGoodOffer offer(Members members) throws Refused {
        var kind = members.word("kind", word -> Word.of(MakeGoodKind.class, word), Word.all(MakeGoodKind.class));
        var amount = MoneyMember.optional(members, "amount", 1);
        var by = members.optionalText("madeGoodBy");
        if (by != null && (amount != null || kind == MakeGoodKind.REFUND_OF_FEE)) {
            throw members.invalid("madeGoodBy", by, "none: money makes good");
        }
        if (amount != null && kind == MakeGoodKind.EXTRA_SLOT) {
            throw members.invalid("amount", amount.decimal(), "none: the engagement madeGoodBy makes good");
        }
        if (by == null && amount == null) {
            throw Refused.missing(kind == MakeGoodKind.EXTRA_SLOT ? "madeGoodBy" : "amount");
        }
        return new MakeGoodOffer(
                kind, amount, by == null ? null : EngagementId.of(by), members.optionalProse("note", LONGEST_NOTE));
    }
}
