package io.factmatrix.deploy.local.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the API says to a body of events, as far as it is needed here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Answer(
        long received,
        long stored,
        long duplicates,
        long rejected,
        long undecided,
        List<Refusal> errors,
        boolean errorsTruncated) {

    Answer {
        errors = Objects.requireNonNullElse(errors, List.of());
    }

    /** One line that was refused, numbered from 1 within the body. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refusal(int line, @Nullable String id, String code, String detail) {}
}
