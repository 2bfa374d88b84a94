package io.factmatrix.creator.domain.collaboration;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The commission rates of a collaboration.
 *
 * @param versions at least one, in the order of time
 */
public record Rates(List<RateVersion> versions) {

    private static final int MOST_VERSIONS = 100;

    /**
     * The member {@code rates}.
     *
     * @param start when there must be a rate
     */
    static Rates read(Members members, String currency, Instant start) throws Refused {
        var versions =
                List.copyOf(members.objects("rates", MOST_VERSIONS, version -> RateVersion.read(version, currency)));
        if (versions.isEmpty() || versions.get(0).from().isAfter(start)) {
            throw members.invalid(
                    "rates",
                    versions.size() + " versions",
                    "a first one from the start of the window, %s, at the latest".formatted(start));
        }
        for (int at = 1; at < versions.size(); at++) {
            if (!versions.get(at).from().isAfter(versions.get(at - 1).from())) {
                throw members.invalid(
                        "rates[%d].from".formatted(at), versions.get(at).from(), "after that of the version before");
            }
        }
        return new Rates(versions);
    }

    /**
     * The rate of a line that is paid then: that of the version in force, and of the tier in which the line begins.
     *
     * @param paidBefore in minor units, in the same month
     */
    public BigDecimal rate(Instant paidAt, BigInteger paidBefore) {
        var inForce = inForce(paidAt);
        return inForce.get(inForce.size() - 1).rate(paidBefore);
    }

    /** Those that were in force at some time up to that moment. */
    private List<RateVersion> inForce(Instant moment) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(moment))
                .toList();
    }

    /** 409 {@code rates.in_force} when what was or is in force now would not stay as it is. */
    void requireSamePast(Rates other, Instant now) {
        var past = inForce(now);
        if (!past.equals(other.inForce(now))) {
            var last = past.isEmpty() ? null : past.get(past.size() - 1).from();
            throw new ProblemException(
                    409,
                    "rates.in_force",
                    "rates: changed up to now (expected: the versions up to that from %s as they are, and others only from a future moment)"
                            .formatted(last),
                    last == null ? Map.of() : Map.of("from", last));
        }
    }

    /** By the names of the API. */
    List<Map<String, Object>> members(String currency) {
        return versions.stream().map(version -> version.members(currency)).toList();
    }
}
