package io.factmatrix.ledger.testing;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.application.OtherLedgers;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.history.Asked;
import io.factmatrix.ledger.domain.history.Purchase;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.FirstPurchase;
import io.factmatrix.ledger.domain.settlement.PaidLine;
import io.factmatrix.ledger.domain.settlement.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Where one service keeps the ledgers of all fields. */
final class NoOtherLedgers implements OtherLedgers {

    @Override
    public Set<Field> fields() {
        return Set.of();
    }

    @Override
    public Set<Field> keepers() {
        return Set.of();
    }

    @Override
    public Mono<Part<PaidLine>> lines(LedgerId source, Feed feed, long after, int limit) {
        throw new AssertionError(source);
    }

    @Override
    public Mono<Part<FirstPurchase>> firsts(LedgerId source, long after, int limit) {
        throw new AssertionError(source);
    }

    @Override
    public Mono<List<Optional<Purchase>>> firstPurchases(LedgerId source, List<Asked> asked) {
        throw new AssertionError(source);
    }

    @Override
    public Mono<Void> tell(Field keeper, MerchantId merchant, Field moved) {
        throw new AssertionError(moved);
    }
}
