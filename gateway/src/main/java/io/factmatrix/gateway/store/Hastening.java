package io.factmatrix.gateway.store;

import io.factmatrix.gateway.domain.webhook.EndpointRounds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.StoreThreads;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Has the endpoints of a merchant come up, once for all that is told at a time; on a thread of its own, for that of the caller still has its connection. */
final class Hastening implements Consumer<MerchantId> {

    private final EndpointRounds rounds;
    private final StoreThreads threads;
    private final InstantSource clock;
    private final Set<MerchantId> waiting = ConcurrentHashMap.newKeySet();

    Hastening(EndpointRounds rounds, StoreThreads threads, InstantSource clock) {
        this.rounds = rounds;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public void accept(MerchantId merchant) {
        if (waiting.add(merchant)) {
            try {
                threads.execute(() -> {
                    waiting.remove(merchant);
                    rounds.hasten(merchant, clock.instant());
                });
            } catch (RejectedExecutionException busy) {
                // They come up by themselves, a little later.
                waiting.remove(merchant);
            }
        }
    }
}
