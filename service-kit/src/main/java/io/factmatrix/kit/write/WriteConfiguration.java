package io.factmatrix.kit.write;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.idempotency.IdempotencyProperties;
import io.factmatrix.kit.idempotency.KeptAnswers;
import io.factmatrix.kit.merchant.Actors;
import io.factmatrix.kit.merchant.TokenProperties;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** What every resource is written and read with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencyProperties.class)
public class WriteConfiguration {

    @Bean
    KeptAnswers keptAnswers(JdbcTemplate jdbc, IdempotencyProperties idempotency) {
        return new KeptAnswers(jdbc, idempotency.keptFor());
    }

    @Bean
    Writes writes(
            MerchantTransactions transactions,
            StoreThreads writeThreads,
            JdbcTemplate jdbc,
            KeptAnswers keptAnswers,
            TokenProperties claims,
            ObjectMapper json) {
        return new Writes(transactions, writeThreads, jdbc, keptAnswers, new Actors(claims), json);
    }

    @Bean
    AuditTrail auditTrail(JdbcTemplate jdbc, ObjectMapper json) {
        return new AuditTrail(jdbc, json);
    }

    @Bean
    Reads reads(MerchantReads merchantReads, Cursors cursors) {
        return new Reads(merchantReads, cursors);
    }

    @Bean
    NewIds newIds() {
        return new NewIds(new SecureRandom());
    }
}
