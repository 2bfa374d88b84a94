package io.factmatrix.kol.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.kol.application.KolDesk;
import io.factmatrix.kol.domain.kol.KolFilter;
import io.factmatrix.kol.domain.kol.KolId;
import io.factmatrix.kol.domain.kol.KolProfile;
import io.factmatrix.kol.domain.kol.KolState;
import io.factmatrix.kol.domain.kol.Platform;
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

/** The KOLs of a merchant. */
@RestController
final class KolController {

    private static final String KOLS = "/v1/merchants/{merchant}/kols";
    private static final String KOL = KOLS + "/{kol}";

    private static final int LONGEST_NAME = 120;
    private static final int MOST_CATEGORIES = 20;

    /** Of a category, here and wherever products have one. */
    static final int LONGEST_CATEGORY = 64;

    private final KolDesk kols;
    private final Writes writes;
    private final Reads reads;

    KolController(KolDesk kols, Writes writes, Reads reads) {
        this.kols = kols;
        this.writes = writes;
        this.reads = reads;
    }

    @PostMapping(KOLS)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return writes.write(
                exchange, KolController::profile, (write, profile) -> Written.created(kols.add(write, profile)));
    }

    @PutMapping(KOL)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String kol, ServerWebExchange exchange) {
        var id = KolId.of(kol);
        return writes.write(
                exchange, KolController::profile, (write, profile) -> Written.changed(kols.change(write, id, profile)));
    }

    @PostMapping(KOL + "/transitions")
    Mono<ResponseEntity<byte[]>> move(@PathVariable String kol, ServerWebExchange exchange) {
        var id = KolId.of(kol);
        return writes.write(
                exchange, KolState.TRANSITIONS.decoder(), (write, to) -> Written.changed(kols.move(write, id, to)));
    }

    @GetMapping(value = KOL, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> kol(
            @PathVariable MerchantId merchant, @PathVariable String kol) {
        var id = KolId.of(kol);
        return reads.one(merchant, () -> kols.find(merchant, id));
    }

    @GetMapping(value = KOLS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> kols(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(merchant, request, "kols", Set.of("state", "platform"), KolId::new, parameters -> {
            var filter = new KolFilter(
                    parameters.optionalWord("state", KolState.class),
                    parameters.optionalWord("platform", Platform.class));
            return (before, limit) -> kols.list(merchant, filter, before, limit);
        });
    }

    private static KolProfile profile(Members members) throws Refused {
        return new KolProfile(
                members.prose("name", LONGEST_NAME),
                members.word("platform", word -> Word.of(Platform.class, word), Word.all(Platform.class)),
                members.prose("handle", LONGEST_NAME),
                members.proses("categories", MOST_CATEGORIES, LONGEST_CATEGORY),
                members.optionalProse("agency", LONGEST_NAME),
                MoneyMember.optional(members, "slotFee", 0),
                PastFiguresBody.read(members));
    }
}
