package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.CorrectionQuestion;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.Listing;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.Unread;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lists which events changed a day that was over when they were recorded, and by how much, up to a moment as of which all ledgers are
 * sealed and have taken in each other: so that a list once told never changes, and the next one goes on where it ends.
 */
public final class MerchantCorrections {

    private final FieldLedgers ledgers;
    private final PastStandings past;

    public MerchantCorrections(FieldLedgers ledgers) {
        this.ledgers = ledgers;
        this.past = new PastStandings(ledgers);
    }

    /**
     * A page of them.
     *
     * @param question with the moment up to which it tells of all
     */
    public record Page(CorrectionQuestion question, Listing listing) {}

    /** The next page of at most that many. */
    public Mono<Page> page(Caller caller, CorrectionQuestion asked, Unread unread, int limit) {
        return until(caller, asked)
                .map(asked::until)
                .flatMap(question -> past.at(caller, Objects.requireNonNull(question.until()))
                        .flatMap(then -> then.isSettled()
                                ? read(caller, question, unread, limit)
                                : Mono.just(unsettled(unread, then)))
                        .map(listing -> new Page(question, listing)));
    }

    /** When something was recorded last, which is past by whatever clock; where a service is away, by the others. */
    private Mono<Instant> until(Caller caller, CorrectionQuestion asked) {
        return asked.until() != null
                ? Mono.just(asked.until())
                : Flux.fromArray(FieldService.values())
                        .flatMap(service -> ledgers.standings(service, caller, false)
                                .onErrorResume(FieldUnavailable.class, away -> Mono.just(Map.of())))
                        .flatMapIterable(Map::values)
                        .mapNotNull(standing -> standing.position().recordedAt())
                        .collect(Collectors.maxBy(Comparator.naturalOrder()))
                        .map(last -> last.orElse(Instant.EPOCH));
    }

    private Mono<Listing> read(Caller caller, CorrectionQuestion question, Unread unread, int limit) {
        return FieldByField.page(
                caller,
                unread,
                limit,
                (field, position, left) -> ledgers.corrections(field, caller, question, position, left));
    }

    /** Every correction may concern every field: while one of them is away, or still takes in the others, none is told. */
    private static Listing unsettled(Unread unread, PastStandings.Then then) {
        var listing = Listing.from(unread);
        for (var field : Sections.FIELDS) {
            var reason = then.reason(field);
            listing = reason.isPresent() ? listing.without(field, reason.get()) : listing;
        }
        return listing;
    }
}
