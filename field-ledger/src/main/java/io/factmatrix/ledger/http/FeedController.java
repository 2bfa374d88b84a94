package io.factmatrix.ledger.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.application.Following;
import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.application.Replaying;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.history.Asked;
import io.factmatrix.ledger.domain.history.Purchase;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a ledger tells the other services, and hears of them. */
@RestController
final class FeedController {

    private static final int MOST = 10_000;

    private final Reading reading;
    private final Replaying replaying;
    private final Following following;
    private final KeptFields kept;

    FeedController(Reading reading, Replaying replaying, Following following, KeptFields kept) {
        this.reading = reading;
        this.replaying = replaying;
        this.following = following;
        this.kept = kept;
    }

    @GetMapping("/v1/merchants/{merchant}/fields/{field}/feeds/{feed}")
    Mono<? extends Part<?>> feed(
            @PathVariable String merchant,
            @PathVariable String field,
            @PathVariable String feed,
            @RequestParam long after,
            @RequestParam int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", limit, "an integer from 1 to %d".formatted(MOST));
        }
        var ledger = kept.ledger(merchant, field);
        var asked = Arrays.stream(Feed.values())
                .filter(known -> known.word().equals(feed))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("feed", feed, "one of lines, shared, firsts"));
        return asked == Feed.FIRSTS ? reading.firsts(ledger, after, limit) : reading.lines(ledger, asked, after, limit);
    }

    @PostMapping("/v1/merchants/{merchant}/fields/{field}/first-purchases")
    Mono<List<Optional<Purchase>>> firstPurchases(
            @PathVariable String merchant, @PathVariable String field, @RequestBody List<Asked> asked) {
        return replaying.firstPurchases(kept.ledger(merchant, field), asked);
    }

    @PostMapping("/v1/merchants/{merchant}/fields/{field}/notices")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notice(@PathVariable String merchant, @PathVariable String field) {
        var moved = Field.of(field).orElseThrow(() -> ProblemException.invalid("field", field, "a field"));
        following.moved(MerchantId.of(merchant), moved);
    }
}
