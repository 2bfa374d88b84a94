package io.factmatrix.gateway.domain.work;

import com.fasterxml.jackson.annotation.JsonValue;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;

/** The id of a work item; made here. */
public record WorkItemId(@JsonValue String value) implements Id {

    public static final Kind WORK_ITEM = new Kind("work-item");

    /** 404 {@code work-item.unknown} when it has not the form of one. */
    public static WorkItemId of(String text) {
        return new WorkItemId(WORK_ITEM.id(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
