package io.factmatrix.gateway.fields;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How services are called: {@code fact.calls.*}.
 *
 * @param connectTimeout until a connection stands
 * @param figures calls of a view, where a late answer is worth less than saying that there is none
 * @param ingest calls with a chunk of lines; a service whose store is away says so itself, earlier than this deadline
 * @param sparedFor how long a service that kept failing is left alone before one call tries it again
 */
@ConfigurationProperties("fact.calls")
public record CallProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("5s") Duration sparedFor,
        @DefaultValue Figures figures,
        @DefaultValue Ingest ingest) {

    /**
     * @param deadline for the whole answer
     * @param concurrency calls at once to one service; more are refused at once
     */
    public record Figures(
            @DefaultValue("2s") Duration deadline,
            @DefaultValue("64") int concurrency) {}

    /**
     * @param deadline for the whole answer
     * @param concurrency calls at once to one service; more are refused at once
     */
    public record Ingest(
            @DefaultValue("10s") Duration deadline,
            @DefaultValue("256") int concurrency) {}
}
