package io.factmatrix.gateway.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is remembered in Redis, and how long one waits for it: {@code fact.cache.*}.
 *
 * @param deadline for an answer of Redis; a view goes on without it
 * @param concurrency commands at once
 * @param sparedFor how long Redis is left alone when it kept failing
 * @param keptFor how long the last known figures are kept
 */
@ConfigurationProperties("fact.cache")
public record CacheProperties(
        @DefaultValue("100ms") Duration deadline,
        @DefaultValue("1024") int concurrency,
        @DefaultValue("1s") Duration sparedFor,
        @DefaultValue("7d") Duration keptFor) {}
