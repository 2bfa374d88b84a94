package io.factmatrix.kit.read;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Revision;
import io.factmatrix.kit.store.MerchantReads;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Answers who reads resources. */
public final class Reads {

    private static final Set<String> OF_PAGES = Set.of("limit", "cursor");

    private final MerchantReads reads;
    private final Cursors cursors;

    public Reads(MerchantReads reads, Cursors cursors) {
        this.reads = reads;
        this.cursors = cursors;
    }

    /** A list, the newest first. */
    @FunctionalInterface
    public interface Newest<I extends Id> {

        /**
         * At most so many.
         *
         * @param before only those made before that one; null for all
         */
        List<? extends Resource<I>> list(@Nullable I before, int limit);
    }

    /** That resource, with its {@code ETag}. */
    public Mono<ResponseEntity<Map<String, @Nullable Object>>> one(
            MerchantId merchant, Supplier<? extends Resource<?>> resource) {
        return reads.read(merchant, resource::get)
                .map(found -> tagged(found.version().revision()).body(found.body()));
    }

    /** The start of an answer that shows a thing in that state. */
    public static ResponseEntity.BodyBuilder tagged(Revision revision) {
        return ResponseEntity.ok().eTag(revision.etag());
    }

    /**
     * A page of a list.
     *
     * @param list its name, in the plural
     * @param filters the parameters that filter it
     * @param id reads an id as it was shown
     * @param asked the list that these parameters ask for
     */
    public <I extends Id> Mono<Page<Map<String, @Nullable Object>>> newest(
            MerchantId merchant,
            ServerHttpRequest request,
            String list,
            Set<String> filters,
            Function<String, I> id,
            Function<Parameters, Newest<I>> asked) {
        var known = new HashSet<>(filters);
        known.addAll(OF_PAGES);
        var parameters = Parameters.of(request, known);
        var newest = asked.apply(parameters);
        var whole = Asked.all(merchant, list);
        for (var filter : filters) {
            whole = whole.with(filter, parameters.given(filter));
        }
        var question = whole;
        var before = cursors.position(question, parameters, id);
        int limit = parameters.limit();
        return reads.read(merchant, () -> newest.list(before, limit + 1))
                .map(found -> Page.of(
                        found,
                        limit,
                        Resource::body,
                        last -> cursors.write(question, last.id().value())));
    }
}
