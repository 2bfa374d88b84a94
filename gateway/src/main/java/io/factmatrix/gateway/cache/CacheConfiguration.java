package io.factmatrix.gateway.cache;

import io.factmatrix.gateway.application.LastKnown;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.gateway.guard.Guards;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import tools.jackson.databind.ObjectMapper;

/** Redis, guarded. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheProperties.class)
public class CacheConfiguration {

    /** Commands do not pile up for a Redis that is away. */
    @Bean
    LettuceClientOptionsBuilderCustomizer nothingWaitsForRedis() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    Guard redisGuard(Guards guards, CacheProperties cache) {
        return guards.guard("redis", cache.deadline(), cache.concurrency(), cache.sparedFor());
    }

    @Bean
    LastKnown<FieldFigures> lastKnownFigures(
            ReactiveStringRedisTemplate redis, ObjectMapper json, Guard redisGuard, CacheProperties cache) {
        return new RedisLastKnown<>(redis, json, redisGuard, cache.keptFor(), "figures", FieldFigures.class);
    }

    @Bean
    LastKnown<FieldAudience> lastKnownAudiences(
            ReactiveStringRedisTemplate redis, ObjectMapper json, Guard redisGuard, CacheProperties cache) {
        return new RedisLastKnown<>(redis, json, redisGuard, cache.keptFor(), "audience", FieldAudience.class);
    }
}
