package io.factmatrix.campaign.domain.offer;

import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An offer, and how much of it is claimed. */
public record CountedOffer(Offer offer, Tally tally) implements Resource<OfferId> {

    @Override
    public OfferId id() {
        return offer.id();
    }

    @Override
    public Version version() {
        return offer.version();
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = offer.members();
        members.put("claimed", tally.claimed());
        members.put("confirmed", tally.confirmed());
        members.put("left", offer.terms().stock() - tally.claimed());
        return members;
    }
}
