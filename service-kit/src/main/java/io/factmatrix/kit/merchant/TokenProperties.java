package io.factmatrix.kit.merchant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the claims of a token are called.
 *
 * @param merchantsClaim the claim that lists the merchants
 * @param rolesClaim the claim that lists the roles
 */
@ConfigurationProperties("fact.token")
public record TokenProperties(
        @DefaultValue("merchants") String merchantsClaim,
        @DefaultValue("roles") String rolesClaim) {}
