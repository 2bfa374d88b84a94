package io.factmatrix.kit.meter;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for the meters of every program. Their names, units and meanings are listed in {@code docs/metrics.md}. */
@Configuration(proxyBeanMethods = false)
public class MeterConfiguration {

    /** More than there are; should one ever be made of what somebody sent, it is not counted by name. */
    private static final int MOST_CODES = 300;

    /** Timers whose quantiles are asked for, and objectives are set on. */
    private static final List<String> IN_BUCKETS = List.of(
            "http.server.requests",
            "resilience4j.circuitbreaker.calls",
            "fact.ingest.commit",
            "fact.view.merge",
            "fact.webhook.delay");

    /** Those of the objectives, and enough between them to see where a quantile lies. */
    private static final Buckets BUCKETS = new Buckets(
            Duration.ofMillis(5),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(2500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    @Bean
    static MeterFilter programOfMeters(@Value("${spring.application.name}") String program) {
        return MeterFilter.commonTags(List.of(Tag.of("program", program)));
    }

    @Bean
    static MeterFilter bucketsOfTimers() {
        return BUCKETS.of(IN_BUCKETS);
    }

    /** Those that a request waits for are spans; a timer of these alone would be taken for one of all. */
    @Bean
    static MeterFilter noTransactions() {
        return MeterFilter.denyNameStartsWith("fact.transaction");
    }

    @Bean
    static MeterFilter boundOfProblems() {
        return MeterFilter.maximumAllowableTags("fact.problems", "code", MOST_CODES, MeterFilter.deny());
    }

    @Bean
    static MeterFilter boundOfRejections() {
        return MeterFilter.maximumAllowableTags("fact.ingest.rejections", "code", MOST_CODES, MeterFilter.deny());
    }
}
