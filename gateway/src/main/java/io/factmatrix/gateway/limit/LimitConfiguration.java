package io.factmatrix.gateway.limit;

import io.factmatrix.gateway.guard.Guards;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The limits of a merchant, set up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
public class LimitConfiguration {

    /** Behind the gate, which has seen to it that the merchant is the caller's. */
    private static final int BEHIND_THE_GATE = 0;

    private static final int AT_ONCE = 1024;

    @Bean
    @Order(BEHIND_THE_GATE)
    LimitFilter limitFilter(
            LimitProperties limits, Guards guards, LettuceConnectionFactory connections, Turns readTurns) {
        var redis = guards.guard("limits", limits.deadline(), AT_ONCE, limits.sparedFor());
        return new LimitFilter(
                new Rates(limits, redis, () -> buckets(connections.getRequiredNativeClient())), readTurns);
    }

    @Bean
    Turns readTurns(LimitProperties limits) {
        var reads = limits.reads();
        return new Turns(reads.atOnce(), reads.waiting(), reads.patience());
    }

    @Bean
    Turns ingestTurns(LimitProperties limits) {
        var ingest = limits.ingest();
        return new Turns(ingest.atOnce(), ingest.waiting(), ingest.patience());
    }

    @Bean
    MeterBinder readTurnMeters(Turns readTurns) {
        return readTurns.meters("read");
    }

    @Bean
    MeterBinder ingestTurnMeters(Turns ingestTurns) {
        return ingestTurns.meters("ingest");
    }

    private static AsyncProxyManager<byte[]> buckets(AbstractRedisClient client) {
        var builder = client instanceof RedisClusterClient cluster
                ? Bucket4jLettuce.casBasedBuilder(cluster.connect(ByteArrayCodec.INSTANCE))
                : Bucket4jLettuce.casBasedBuilder(((RedisClient) client).connect(ByteArrayCodec.INSTANCE));
        return builder.expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build()
                .asAsync();
    }
}
