package io.factmatrix.gateway.limit;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a merchant may take: {@code fact.limits.*}.
 *
 * @param requests of a merchant for which nothing else is said
 * @param merchants the requests of those for which something else is said, by id
 * @param reads answers that are worked on at once, of all merchants, ingests apart
 * @param ingest parts of ingested bodies that are decided at once, of all merchants
 * @param deadline for Redis, which counts the requests for all gateways together; behind it each counts for itself
 * @param sparedFor how long Redis is left alone when it kept failing
 */
@ConfigurationProperties("fact.limits")
record LimitProperties(
        @DefaultValue Requests requests,
        @DefaultValue Map<String, Requests> merchants,
        @DefaultValue Reads reads,
        @DefaultValue Ingest ingest,
        @DefaultValue("50ms") Duration deadline,
        @DefaultValue("1s") Duration sparedFor) {

    Requests of(String merchant) {
        return merchants.getOrDefault(merchant, requests);
    }

    /**
     * @param perSecond how many come to be allowed each second
     * @param burst how many are allowed at once to who asked for none for a while
     */
    record Requests(
            @DefaultValue("2000") int perSecond,
            @DefaultValue("4000") int burst) {

        Requests {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException(
                        "requests: %d a second, %d at once (expected: at least 1)".formatted(perSecond, burst));
            }
        }
    }

    /**
     * @param atOnce worked on
     * @param waiting for that
     * @param patience how long one waits
     */
    record Reads(
            @DefaultValue("16") int atOnce,
            @DefaultValue("512") int waiting,
            @DefaultValue("1s") Duration patience) {}

    /**
     * @param atOnce decided
     * @param waiting for that
     * @param patience how long one waits
     */
    record Ingest(
            @DefaultValue("32") int atOnce,
            @DefaultValue("512") int waiting,
            @DefaultValue("10s") Duration patience) {}
}
