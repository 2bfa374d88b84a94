package io.factmatrix.kit.store;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** One pool, divided between those who read and those who write, so that neither starves the other. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    /** Work that may wait for a thread; more would only be answered too late. */
    private static final int QUEUED = 1_000;

    @Bean
    MerchantTransactions merchantTransactions(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new MerchantTransactions(jdbc, transactions);
    }

    @Bean
    StoreThreads readThreads(HikariDataSource pool) {
        return new StoreThreads("read", Math.max(1, pool.getMaximumPoolSize() / 2), QUEUED);
    }

    @Bean
    StoreThreads writeThreads(HikariDataSource pool) {
        return new StoreThreads("write", Math.max(1, pool.getMaximumPoolSize() / 2), QUEUED);
    }
}
