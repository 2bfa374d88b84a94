package io.factmatrix.kit.audit;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.store.MerchantReads;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells who changed what in this service. */
@RestController
public final class AuditController {

    private static final Set<String> PARAMETERS = Set.of("field", "resource", "id", "limit", "cursor");

    private final AuditTrail trail;
    private final MerchantReads reads;
    private final Cursors cursors;
    private final Set<String> fields;

    /**
     * @param fields by which this service is called
     */
    public AuditController(AuditTrail trail, MerchantReads reads, Cursors cursors, Set<String> fields) {
        this.trail = trail;
        this.reads = reads;
        this.cursors = cursors;
        this.fields = new TreeSet<>(fields);
    }

    @GetMapping(value = "/v1/merchants/{merchant}/audit-trail", produces = MediaType.APPLICATION_JSON_VALUE)
    public Mono<Page<AuditEntry>> entries(@PathVariable String merchant, ServerHttpRequest request) {
        var owner = MerchantId.of(merchant);
        var parameters = Parameters.of(request, PARAMETERS);
        var field = parameters.required(
                "field", "one of " + String.join(", ", fields), word -> fields.contains(word) ? word : null);
        var resource = parameters.optionalText("resource");
        var id = parameters.optionalText("id");
        var asked = Asked.all(owner, "audit-trail")
                .with("field", field)
                .with("resource", resource)
                .with("id", id);
        long before = Objects.requireNonNullElse(cursors.position(asked, parameters, Long::valueOf), Long.MAX_VALUE);
        int limit = parameters.limit();
        return reads.read(owner, () -> trail.before(owner, before, resource, id, limit + 1))
                .map(found -> Page.of(found, limit, entry -> entry, entry -> cursors.write(asked, entry.position())));
    }
}
