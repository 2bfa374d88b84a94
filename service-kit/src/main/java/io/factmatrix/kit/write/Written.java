package io.factmatrix.kit.write;

import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Revision;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was written, as the client is told.
 *
 * @param id of what was made: it lies below the path that was asked; null of what was there before
 * @param revision the state that it is in now; null of what has none
 * @param body written as JSON
 */
public record Written(
        int status, @Nullable String id, @Nullable Revision revision, Object body) {

    /** 201, with {@code Location}. */
    public static Written created(Resource<?> resource) {
        return created(resource.id().value(), resource.version().revision(), resource.body());
    }

    /** 201, with {@code Location}. */
    public static Written created(String id, Revision revision, Object body) {
        return new Written(201, id, revision, body);
    }

    /** 200. */
    public static Written changed(Resource<?> resource) {
        return changed(resource.version().revision(), resource.body());
    }

    /** 200. */
    public static Written changed(Revision revision, Object body) {
        return new Written(200, null, revision, body);
    }

    /** 200, of what has no state that could be expected. */
    public static Written done(Object body) {
        return new Written(200, null, null, body);
    }

    /** The same, and these members of the body besides. */
    Written with(Map<String, Object> remarks) {
        if (remarks.isEmpty() || !(body instanceof Map<?, ?> members)) {
            return this;
        }
        var all = new LinkedHashMap<Object, @Nullable Object>(members);
        all.putAll(remarks);
        return new Written(status, id, revision, all);
    }
}
