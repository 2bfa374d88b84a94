package io.factmatrix.kol.domain.engagement;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kol.domain.kol.Unavailability;
import java.util.List;
import java.util.Map;

/**
 * What a merchant has signed, among which another engagement must find its place.
 *
 * @param signed all that bind and whose {@linkplain EngagementTerms#reach() reach} meets that of the other
 */
public record Commitments(List<Engagement> signed) {

    public Commitments {
        signed = List.copyOf(signed);
    }

    /**
     * Goes on only if that engagement can be signed beside them: 409 {@code engagement.conflict}, with {@code clause}, what is in the way: {@code slot}, {@code
     * exclusivity} or {@code price-protection}; and {@code engagement}, which other one. Clauses of both sides are asked.
     */
    public void admit(Engagement engagement) {
        signed.stream().filter(other -> !other.id().equals(engagement.id())).forEach(other -> admit(engagement, other));
    }

    private static void admit(Engagement engagement, Engagement other) {
        requireSlotsApart(engagement, other);
        other.terms().clauses().forEach(clause -> requireKept(clause, other, engagement, other));
        engagement.terms().clauses().forEach(clause -> requireKept(clause, engagement, other, other));
    }

    private static void requireSlotsApart(Engagement engagement, Engagement other) {
        if (engagement.terms().kol().equals(other.terms().kol())
                && engagement.terms().slot().overlaps(other.terms().slot())) {
            throw conflict(
                    "slot",
                    other,
                    "slot: KOL %s has engagement %s from %s (expected: free from %s)"
                            .formatted(
                                    engagement.terms().kol(),
                                    other.id(),
                                    other.terms().slot(),
                                    engagement.terms().slot()));
        }
    }

    /**
     * @param holder whose clause it is
     * @param bound by it
     * @param other which of them is signed already
     */
    private static void requireKept(Clause clause, Engagement holder, Engagement bound, Engagement other) {
        if (!clause.span().overlaps(bound.terms().slot())) {
            return;
        }
        for (var promised : bound.terms().products()) {
            switch (clause.kind()) {
                case EXCLUSIVITY -> requireExclusive(clause, holder, bound, promised, other);
                case PRICE_PROTECTION -> requireNoLower(clause, holder, bound, promised, other);
            }
        }
    }

    /** A KOL's own slots do not break the exclusivity that this KOL has. */
    private static void requireExclusive(
            Clause clause, Engagement holder, Engagement bound, PromisedProduct promised, Engagement other) {
        if (!holder.terms().kol().equals(bound.terms().kol()) && clause.names(promised)) {
            throw conflict(
                    clause.kind().word(),
                    other,
                    "exclusivity: of engagement %s, from %s; engagement %s, of another KOL, has product %s of category %s (expected: none that it names)"
                            .formatted(
                                    holder.id(), clause.span(), bound.id(), promised.product(), promised.category()));
        }
    }

    /** What cannot be compared is not known to be kept. */
    private static void requireNoLower(
            Clause clause, Engagement holder, Engagement bound, PromisedProduct promised, Engagement other) {
        if (!clause.products().contains(promised.product())) {
            return;
        }
        var price = promised.price();
        for (var floor : holder.terms().products()) {
            if (floor.product().equals(promised.product())
                    && (!floor.price().currency().equals(price.currency())
                            || price.minor() < floor.price().minor())) {
                throw conflict(
                        clause.kind().word(),
                        other,
                        "price-protection: of engagement %s, from %s; engagement %s has product %s at %s %s (expected: at least %s %s)"
                                .formatted(
                                        holder.id(),
                                        clause.span(),
                                        bound.id(),
                                        promised.product(),
                                        price.decimal(),
                                        price.currency(),
                                        floor.price().decimal(),
                                        floor.price().currency()));
            }
        }
    }

    /** 409 {@code engagement.conflict}: the KOL cannot be booked then. */
    public static ProblemException unavailable(Engagement engagement, Unavailability unavailability) {
        return conflict(
                "availability",
                engagement,
                "availability: KOL %s is unavailable from %s, as %s says (expected: no engagement then; %s is from %s)"
                        .formatted(
                                unavailability.kol(),
                                unavailability.span(),
                                unavailability.id(),
                                engagement.id(),
                                engagement.terms().slot()));
    }

    private static ProblemException conflict(String clause, Engagement other, String detail) {
        return new ProblemException(
                409,
                "engagement.conflict",
                detail,
                Map.of("clause", clause, "engagement", other.id().value()));
    }
}
