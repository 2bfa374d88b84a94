package io.factmatrix.creator.application;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.creator.domain.creator.ImportOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line.
 *
 * @param line counted from 1
 * @param creator null when it was rejected
 * @param code why it was rejected, and null when it was not
 * @param detail the offending value and what was expected, and null when it was not rejected
 */
public record ImportedLine(
        int line,
        ImportOutcome outcome,
        @Nullable CreatorId creator,
        @Nullable String code,
        @Nullable String detail) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("line", line);
        members.put("outcome", outcome);
        members.put("creator", creator);
        members.put("code", code);
        members.put("detail", detail);
        return members;
    }
}
