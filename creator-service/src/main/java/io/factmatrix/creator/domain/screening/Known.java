package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.CreatorProfile;
import io.factmatrix.creator.domain.creator.Figure;
import io.factmatrix.creator.domain.creator.Format;
import io.factmatrix.creator.domain.creator.GpmBasis;
import io.factmatrix.ledger.domain.event.Money;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What is known of a creator, in the units that are asked for; null when nobody knows it, in those units. */
final class Known {

    private Known() {}

    /** Of that basis and currency: a GPM by views says nothing of one by impressions, and one in dollars nothing of one in yuan. */
    static @Nullable Figure gpm(CreatorProfile profile, GpmBasis basis, String currency) {
        var gpm = profile.past().gpm();
        return gpm != null && gpm.basis() == basis && profile.past().currency().equals(currency) ? gpm.figure() : null;
    }

    static @Nullable Figure followers(CreatorProfile profile) {
        var followers = profile.audience().followers();
        return followers == null ? null : exactly(BigDecimal.valueOf(followers));
    }

    /** In major units of that currency. */
    static @Nullable Figure price(CreatorProfile profile, Format format, String currency) {
        var price = profile.prices().of(format);
        return price != null && price.currency().equals(currency) ? exactly(major(price)) : null;
    }

    /** How many of these the creator is known for; unknown when no category was ever said of the creator. */
    static @Nullable Figure categories(CreatorProfile profile, Collection<String> wanted) {
        var known = profile.categories();
        return known.isEmpty()
                ? null
                : exactly(BigDecimal.valueOf(
                        wanted.stream().filter(known::contains).count()));
    }

    static BigDecimal major(Money money) {
        return new BigDecimal(money.decimal());
    }

    private static Figure exactly(BigDecimal value) {
        return new Figure(value, value);
    }
}
