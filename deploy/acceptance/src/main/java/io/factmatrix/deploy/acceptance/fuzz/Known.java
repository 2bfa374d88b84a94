package io.factmatrix.deploy.acceptance.fuzz;

import io.factmatrix.deploy.acceptance.document.ApiDocument;
import io.factmatrix.deploy.acceptance.document.Ids;
import io.factmatrix.deploy.acceptance.document.Operation;
import io.factmatrix.deploy.acceptance.document.Writing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What answers have told so far: ids of what there is by the name that paths give them, and the last {@code ETag} of each path. So
 * requests come to things that exist.
 */
final class Known {

    private final Ids ids;
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, String> pages = new HashMap<>();

    Known(ApiDocument document) {
        ids = new Ids(document);
    }

    /** The ids that are known by that name, percent-encoded. */
    List<String> of(String name) {
        return ids.of(name);
    }

    /** A target that asks for the next page of that list, as an answer has told; null where none has. */
    @Nullable String nextPage(Operation operation) {
        return pages.get(operation.toString());
    }

    String tag(String path, String otherwise) {
        return tags.getOrDefault(path, otherwise);
    }

    /** Takes what there is to learn from a good answer. */
    void learn(FuzzRequest request, Reply reply) {
        if (reply.status() < 200 || reply.status() > 299) {
            return;
        }
        var target = request.target().replaceAll("\\?.*", "");
        reply.header("etag").ifPresent(tag -> tags.put(target, tag));
        reply.header("location").ifPresent(ids::learnLocation);
        var body = ApiDocument.json(reply.text());
        if (body == null) {
            return;
        }
        var operation = request.operation();
        if (operation != null && body.has("items")) {
            learnCursor(request, operation, body.path("nextCursor").asString(""));
            ids.learnItems(operation, body.path("items"));
        }
    }

    private void learnCursor(FuzzRequest request, Operation operation, String cursor) {
        if (!cursor.isEmpty()
                && operation.parameters().stream().anyMatch(each -> each.name().equals("cursor"))) {
            var others = request.target().replaceAll("([?&])cursor=[^&]*", "$1");
            pages.put(
                    operation.toString(),
                    others + (others.contains("?") ? "&" : "?") + "cursor=" + Writing.encoded(cursor));
        }
    }
}
