package io.factmatrix.kit.store;

import io.factmatrix.kit.merchant.MerchantId;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Reads what a merchant has, on a thread that may wait for it. */
public final class MerchantReads {

    private final MerchantTransactions transactions;
    private final StoreThreads threads;

    public MerchantReads(MerchantTransactions transactions, StoreThreads threads) {
        this.transactions = transactions;
        this.threads = threads;
    }

    /** The answer of that work, everything in it as of one moment. */
    public <T> Mono<T> read(MerchantId merchant, Supplier<T> work) {
        return threads.call(() -> transactions.read(merchant, work));
    }
}
