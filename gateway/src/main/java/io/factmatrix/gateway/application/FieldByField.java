package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldPage;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.Listing;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.Unread;
import io.factmatrix.ledger.domain.event.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Fills a page with the items of one field after the other. A field that does not answer is named and left for the next page, and
 * the others are read meanwhile: what one field keeps to itself hides nothing of another.
 */
final class FieldByField {

    private static final Logger log = LoggerFactory.getLogger(FieldByField.class);

    private FieldByField() {}

    /** How a field is asked. */
    interface Asking {
        /** At most that many items behind that position; empty for the first. */
        Mono<FieldPage> ask(Field field, String position, int limit);
    }

    /** The next page of at most that many. */
    static Mono<Listing> page(Caller caller, Unread unread, int limit, Asking asking) {
        var page = Mono.just(Listing.from(unread));
        for (var field : Sections.FIELDS) {
            var position = unread.positions().get(field);
            if (position != null) {
                page = page.flatMap(list -> list.items().size() < limit
                        ? readOn(
                                list,
                                field,
                                caller,
                                asking.ask(field, position, limit - list.items().size()))
                        : Mono.just(list));
            }
        }
        return page;
    }

    private static Mono<Listing> readOn(Listing list, Field field, Caller caller, Mono<FieldPage> asked) {
        return asked.map(list::with).onErrorResume(FieldUnavailable.class, away -> {
            log.debug("A list of {} goes without {}: {}", caller, field, away.reason());
            return Mono.just(list.without(field, away.reason()));
        });
    }
}
