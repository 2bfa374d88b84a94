package io.factmatrix.kit.store;

import io.factmatrix.kit.merchant.MerchantId;
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

    public MerchantTransactions(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
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
        return inside(write, merchant, "; set local enable_seqscan = off", work);
    }

    /** Reads on the calling thread, everything as of one moment. */
    public <T> T read(MerchantId merchant, Supplier<T> work) {
        return inside(snapshot, merchant, "", work);
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
