package io.factmatrix.ledger.application;

import io.factmatrix.kit.merchant.MerchantId;
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

/** The ledgers that other services keep. Fails when the service is down, slow, or spared. */
public interface OtherLedgers {

    /** Whose ledgers can be asked. */
    Set<Field> fields();

    /** One field of each service that can be told. */
    Set<Field> keepers();

    /** A part of {@link Feed#LINES} or {@link Feed#SHARED}. */
    Mono<Part<PaidLine>> lines(LedgerId source, Feed feed, long after, int limit);

    /** A part of {@link Feed#FIRSTS}. */
    Mono<Part<FirstPurchase>> firsts(LedgerId source, long after, int limit);

    /** The first purchases in that field, in the order in which they are asked for. */
    Mono<List<Optional<Purchase>>> firstPurchases(LedgerId source, List<Asked> asked);

    /** Tells the service that keeps that field's ledgers that a ledger kept here has more. */
    Mono<Void> tell(Field keeper, MerchantId merchant, Field moved);
}
