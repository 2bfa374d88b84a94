package io.factmatrix.kit.store;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * One pool, divided between those who read, those who write, what brings ledgers up to each other, what replays the past, and the short look at how
 * far one has come, so that none starves another.
 */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final int POSITIONS = 2;
    private static final int SETTLING = 2;
    private static final int REPLAYING = 2;

    /** Work that may wait for a thread; more would only be answered too late. */
    private static final int QUEUED = 1_000;

    /** By PostgreSQL's own codes; else a lock that is held for too long, or a full disk, would have no name. */
    @Bean
    SQLExceptionTranslator storeErrors() {
        return new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
    }

    @Bean
    MerchantTransactions merchantTransactions(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ObservationRegistry observations) {
        return new MerchantTransactions(jdbc, transactions, observations);
    }

    @Bean
    StoreThreads readThreads(HikariDataSource pool) {
        return new StoreThreads("read", half(pool), QUEUED);
    }

    @Bean
    StoreThreads writeThreads(HikariDataSource pool) {
        return new StoreThreads("write", half(pool), QUEUED);
    }

    @Bean
    StoreThreads positionThreads() {
        return new StoreThreads("position", POSITIONS, QUEUED);
    }

    @Bean
    StoreThreads settleThreads() {
        return new StoreThreads("settle", SETTLING, QUEUED);
    }

    @Bean
    StoreThreads replayThreads() {
        return new StoreThreads("replay", REPLAYING, QUEUED);
    }

    @Bean
    MerchantReads merchantReads(MerchantTransactions transactions, StoreThreads readThreads) {
        return new MerchantReads(transactions, readThreads);
    }

    private static int half(HikariDataSource pool) {
        return Math.max(1, (pool.getMaximumPoolSize() - POSITIONS - SETTLING - REPLAYING) / 2);
    }
}
