package io.factmatrix.kit.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that see one merchant. {@code app.merchant} is what the row-level security of every table asks for; it is set
 * with {@code SET LOCAL}, which Citus propagates and which ends with the transaction, so that a pooled connection never
 * remembers a merchant.
 */
public final class MerchantTransactions {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate write;
    private final TransactionTemplate snapshot;
    private final ObservationRegistry observations;

    public MerchantTransactions(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ObservationRegistry observations) {
        this.observations = observations;
        this.jdbc = jdbc;
        this.write = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions, snapshot());
    }

    private static TransactionDefinition snapshot() {
        var definition = new DefaultTransactionDefinition();
        definition.setReadOnly(true);
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return definition;
    }

    /**
     * Does the work in one transaction, on the calling thread; all of it is kept or nothing. Who writes looks up by key: a plan
     * that was made while a table was empty would go on reading all of it.
     */
    public <T> T write(MerchantId merchant, Supplier<T> work) {
        return observed("write", () -> inside(write, merchant, "; set local enable_seqscan = off", work));
    }

    /** Reads on the calling thread, everything as of one moment. */
    public <T> T read(MerchantId merchant, Supplier<T> work) {
        return observed("read", () -> inside(snapshot, merchant, "", work));
    }

    /** A span of its own within that of a request; what no request waits for has none. */
    private <T> T observed(String kind, Supplier<T> transaction) {
        if (observations.getCurrentObservation() == null) {
            return transaction.get();
        }
        return Objects.requireNonNull(Observation.createNotStarted("fact.transaction", observations)
                .contextualName("transaction " + kind)
                .lowCardinalityKeyValue("work", kind)
                .observe(transaction));
    }

    private <T> T inside(TransactionTemplate transaction, MerchantId merchant, String settings, Supplier<T> work) {
        T answer = transaction.execute(status -> {
            // No bind in SET; the id's form (letters, digits, hyphens) is what makes this safe.
            jdbc.execute("set local app.merchant = '" + merchant.value() + "'" + settings);
            return work.get();
        });
        if (answer == null) {
            throw new IllegalStateException("The work answered null");
        }
        return answer;
    }
}
