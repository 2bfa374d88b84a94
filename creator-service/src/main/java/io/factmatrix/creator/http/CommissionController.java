package io.factmatrix.creator.http;

import io.factmatrix.creator.application.CommissionDesk;
import io.factmatrix.creator.domain.collaboration.CollaborationId;
import io.factmatrix.creator.domain.commission.Commission;
import io.factmatrix.creator.domain.commission.CreatorTotals;
import io.factmatrix.creator.domain.commission.DealFilter;
import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Asked;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What creators' content earns. */
@RestController
final class CommissionController {

    private static final String COMMISSIONS = "/v1/merchants/{merchant}/commissions";

    private final CommissionDesk commissions;
    private final MerchantReads reads;
    private final Cursors cursors;

    CommissionController(CommissionDesk commissions, MerchantReads reads, Cursors cursors) {
        this.commissions = commissions;
        this.reads = reads;
        this.cursors = cursors;
    }

    @GetMapping(value = COMMISSIONS, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> lines(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        var parameters =
                Parameters.of(request, Set.of("from", "to", "zone", "creator", "collaboration", "limit", "cursor"));
        var days = Days.of(parameters);
        var creator = parameters.optionalId("creator", CreatorId::new);
        var collaboration = parameters.optionalId("collaboration", CollaborationId::new);
        var filter = new DealFilter(creator == null ? null : List.of(creator), collaboration, null);
        var question = Asked.all(merchant, "commissions")
                .with("days", days)
                .with("creator", creator)
                .with("collaboration", collaboration);
        var after = cursors.position(question, parameters, CommissionController::place);
        int limit = parameters.limit();
        return reads.read(
                        merchant, () -> commissions.lines(merchant, filter, days.start(), days.end(), after, limit + 1))
                .map(found -> Page.of(
                        found,
                        limit,
                        Commission::members,
                        last -> cursors.write(question, position(last.line().place()))));
    }

    private static String position(CountedLine.Place place) {
        return place.occurredAt() + " " + place.event();
    }

    private static CountedLine.Place place(String position) {
        int blank = position.indexOf(' ');
        return new CountedLine.Place(Instant.parse(position.substring(0, blank)), position.substring(blank + 1));
    }

    @GetMapping(value = COMMISSIONS + "/totals", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, Object>>> totals(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        var parameters = Parameters.of(request, Set.of("from", "to", "zone", "currency", "limit", "cursor"));
        var days = Days.of(parameters);
        var currency = Days.currency(parameters);
        var question =
                Asked.all(merchant, "commission totals").with("days", days).with("currency", currency);
        var after = cursors.position(question, parameters, CreatorId::new);
        int limit = parameters.limit();
        return reads.read(
                        merchant,
                        () -> commissions.totals(merchant, days.start(), days.end(), currency, after, limit + 1))
                .map(found -> Page.of(
                        found,
                        limit,
                        CreatorTotals::members,
                        last -> cursors.write(question, last.creator().value())));
    }
}
