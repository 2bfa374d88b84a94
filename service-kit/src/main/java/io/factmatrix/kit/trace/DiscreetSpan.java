package io.factmatrix.kit.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/** A span with the attributes whose values are ours: anything else may have come with a request. */
final class DiscreetSpan extends DelegatingSpanData {

    private static final Set<String> OURS = Set.of(
            "exception",
            "http.method",
            "http.status_code",
            "method",
            "outcome",
            "spring.cloud.gateway.route.id",
            "status",
            "uri",
            "work");

    private final SpanData whole;

    DiscreetSpan(SpanData whole) {
        super(whole);
        this.whole = whole;
    }

    @Override
    public Attributes getAttributes() {
        return whole.getAttributes().toBuilder()
                .removeIf(attribute -> !OURS.contains(attribute.getKey()))
                .build();
    }

    @Override
    public int getTotalAttributeCount() {
        return getAttributes().size();
    }

    /** They are exceptions, with their messages. */
    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    /** Without the error's message. */
    @Override
    public StatusData getStatus() {
        return switch (whole.getStatus().getStatusCode()) {
            case OK -> StatusData.ok();
            case ERROR -> StatusData.error();
            case UNSET -> StatusData.unset();
        };
    }
}
