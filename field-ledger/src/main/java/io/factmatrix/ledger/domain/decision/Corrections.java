package io.factmatrix.ledger.domain.decision;

import io.factmatrix.ledger.domain.event.Content;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.EventType;
import io.factmatrix.ledger.domain.event.Rejection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of {@code replaces} and {@code settles}, whichever of the two events comes first. */
final class Corrections {

    private Corrections() {}

    /** Why that event cannot stand beside what is known, or empty when it can. */
    static Optional<Rejection> refusal(Event event, Known known) {
        var target = event.supersedes();
        if (target != null) {
            var refusal = refusalOfTarget(event, target, known);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return known.supersedersOf(event.id()).stream()
                .filter(superseder -> !fits(superseder, event))
                .findFirst()
                .map(superseder -> mismatch(event, superseder, event));
    }

    private static Optional<Rejection> refusalOfTarget(Event event, String target, Known known) {
        var member = event.replaces() != null ? "replaces" : "settles";
        if (target.equals(event.id())) {
            return Optional.of(Rejection.invalid(member, target, "another event"));
        }
        var other = known.supersederOf(target);
        if (other != null) {
            return Optional.of(new Rejection(
                    member + ".taken",
                    "%s: %s (expected: an event that %s has not replaced or settled already)"
                            .formatted(member, target, other.id())));
        }
        if (closesCycle(event, known)) {
            return Optional.of(Rejection.invalid(member, target, "an event that does not lead back to this one"));
        }
        var earlier = known.event(target);
        return earlier == null || fits(event, earlier)
                ? Optional.empty()
                : Optional.of(mismatch(event, event, earlier));
    }

    private static boolean closesCycle(Event event, Known known) {
        if (!known.isSuperseded(event.id())) {
            return false;
        }
        var step = event.supersedes();
        while (step != null) {
            if (step.equals(event.id())) {
                return true;
            }
            step = targetOf(known.event(step));
        }
        return false;
    }

    private static @Nullable String targetOf(@Nullable Event event) {
        return event == null ? null : event.supersedes();
    }

    /** Whether the later may take the place of the earlier. */
    private static boolean fits(Event later, Event earlier) {
        if (!later.shop().equals(earlier.shop()) || later.type() != earlier.type()) {
            return false;
        }
        if (!earlier.id().equals(later.replaces())) {
            return earlier.content() instanceof Content.Cost cost && cost.estimated();
        }
        if (later.type() == EventType.TRAFFIC) {
            return Objects.equals(later.touchpoint(), earlier.touchpoint());
        }
        return !(later.content() instanceof Content.OfOrder one && earlier.content() instanceof Content.OfOrder other)
                || (one.order().equals(other.order()) && one.line().equals(other.line()));
    }

    /** The later recorded of the two is refused, whichever names the other. */
    private static Rejection mismatch(Event refused, Event later, Event earlier) {
        var member = earlier.id().equals(later.replaces()) ? "replaces" : "settles";
        var expected = switch (refused.type()) {
            case TRAFFIC -> "an event of the same field, shop, type and touchpoint";
            case ORDER_PAID, ORDER_REFUNDED -> "an event of the same field, shop, type, order and line";
            case COST ->
                member.equals("settles")
                        ? "an estimated cost of the same field and shop"
                        : "an event of the same field, shop and type";
            case AUDIENCE, SERVICE -> "an event of the same field, shop and type";
        };
        return new Rejection(
                member + ".mismatch",
                "%s: %s, named by %s (expected: %s)".formatted(member, earlier.id(), later.id(), expected));
    }
}
