package io.factmatrix.deploy.local.issuer;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a token allows its bearer: those roles for one merchant, for a while. */
public record Grant(MerchantId merchant, Set<Role> roles, Duration ttl) {

    public Grant {
        roles = Set.copyOf(roles);
    }

    List<String> words() {
        return roles.stream().sorted().map(Role::word).toList();
    }
}
