package io.factmatrix.gateway.fields;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How services are called: {@code fact.calls.*}.
 *
 * @param connectTimeout until a connection stands
 * @param positions calls that ask how far ledgers have come
 * @param figures calls of a view, where a late answer is worth less than saying that there is none
 * @param series calls of a thousand points
 * @param audience calls that ask for people, who are read one by one
 * @param past calls that ask for the past, which is replayed from facts
 * @param conflicts calls of a page of conflicts; and, as many again, of promises and calendars; apart from those of views, which many more people wait for
 * @param ingest calls with a chunk of lines; a service whose store is away says so itself, earlier than this deadline
 */
@ConfigurationProperties("fact.calls")
public record CallProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue Positions positions,
        @DefaultValue Figures figures,
        @DefaultValue Series series,
        @DefaultValue Audience audience,
        @DefaultValue Past past,
        @DefaultValue Conflicts conflicts,
        @DefaultValue Ingest ingest) {

    /**
     * @param urgentDeadline for the whole answer when the last known figures could be shown without it
     * @param deadline for the whole answer when there are none
     * @param concurrency calls at once to one service; more are refused at once
     * @param sparedFor how long a service that kept failing is left alone before one call tries it again
     */
    public record Positions(
            @DefaultValue("200ms") Duration urgentDeadline,
            @DefaultValue("1500ms") Duration deadline,
            @DefaultValue("256") int concurrency,
            @DefaultValue("1s") Duration sparedFor) {}

    /**
     * @param deadline for the whole answer
     * @param concurrency calls at once to one service; more are refused at once
     * @param sparedFor how long a service that kept failing is left alone before one call tries it again
     */
    public record Figures(
            @DefaultValue("2500ms") Duration deadline,
            @DefaultValue("64") int concurrency,
            @DefaultValue("5s") Duration sparedFor) {}

    /**
     * @param deadline for the whole answer
     * @param concurrency calls at once to one service; more are refused at once
     * @param sparedFor how long a service that kept failing is left alone before one call tries it again
     */
    public record Series(
            @DefaultValue("30s") Duration deadline,
            @DefaultValue("8") int concurrency,
            @DefaultValue("5s") Duration sparedFor) {}

    /**
     * @param deadline for the whole answer
     * @param concurrency calls at once to one service; more are refused at once
     * @param sparedFor how long a service that kept failing is left alone before one call tries it again
     */
    public record Audience(
            @DefaultValue("30s") Duration deadline,
            @DefaultValue("16") int concurrency,
            @DefaultValue("5s") Duration sparedFor) {}

    /**
     * @param deadline for the whole answer
     * @param concurrency calls at once to one service; more are refused at once
     * @param sparedFor how long a service that kept failing is left alone before one call tries it again
     */
    public record Conflicts(
            @DefaultValue("2500ms") Duration deadline,
            @DefaultValue("32") int concurrency,
            @DefaultValue("5s") Duration sparedFor) {}

    /**
     * @param deadline for the whole answer
     * @param concurrency calls at once to one service; more are refused at once
     * @param sparedFor how long a service that kept failing is left alone before one call tries it again
     */
    public record Ingest(
            @DefaultValue("10s") Duration deadline,
            @DefaultValue("256") int concurrency,
            @DefaultValue("5s") Duration sparedFor) {}

    /**
     * @param sealDeadline for the answer where ledgers stood, which waits for who is writing to them
     * @param deadline for the answer with figures
     * @param concurrency calls at once to one service; more are refused at once
     * @param sparedFor how long a service that kept failing is left alone before one call tries it again
     */
    public record Past(
            @DefaultValue("5s") Duration sealDeadline,
            @DefaultValue("60s") Duration deadline,
            @DefaultValue("16") int concurrency,
            @DefaultValue("5s") Duration sparedFor) {}
}
