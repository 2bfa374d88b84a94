package io.factmatrix.deploy.local.issuer;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token allows its bearer: those roles for one merchant, or for none in particular, for a
 * while. */
public record Grant(@Nullable MerchantId merchant, Set<Role> roles, Duration ttl) {

    public Grant {
        roles = Set.copyOf(roles);
    }

    /** What a service allows itself at the others: to follow their ledgers, whoever's they are. */
    static Grant ofLedgers(Duration ttl) {
        return new Grant(null, Set.of(Role.LEDGER), ttl);
    }

    List<String> merchants() {
        return merchant == null ? List.of() : List.of(merchant.value());
    }

    List<String> words() {
        return roles.stream().sorted().map(Role::word).toList();
    }
}
