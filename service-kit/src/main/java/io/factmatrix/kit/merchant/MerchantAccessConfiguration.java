package io.factmatrix.kit.merchant;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.problem.Problems;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

/** A resource server: who asks, for which merchant, in which role. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties({TokenProperties.class, OAuth2ResourceServerProperties.class})
public class MerchantAccessConfiguration {

    private static final String[] OPEN = {"/livez", "/readyz", "/openapi.json", "/docs", "/docs/**"};

    /** As long as one waits for the issuer's keys when they are not known yet. */
    private static final Duration KEYS_WITHIN = Duration.ofSeconds(3);

    @Bean
    ReactiveJwtDecoder tokenDecoder(OAuth2ResourceServerProperties server) {
        var token = server.getJwt();
        var issuer = Objects.requireNonNull(token.getIssuerUri(), "issuer-uri is not configured");
        var audiences = token.getAudiences();
        if (audiences.isEmpty()) {
            throw new IllegalStateException("audiences: [] (expected: at least one that a token must be meant for)");
        }
        var decoder = NimbusReactiveJwtDecoder.withIssuerLocation(issuer)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                // Neither is asked for by default: a token for another audience, or one that never ends, would pass.
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, named -> named != null && !Collections.disjoint(named, audiences)),
                new JwtClaimValidator<>(JwtClaimNames.EXP, expiry -> expiry != null)));
        return new RememberedTokens(presented -> decoder.decode(presented)
                .timeout(KEYS_WITHIN)
                // That the keys cannot be had says nothing about the token.
                .onErrorMap(
                        error -> !(error instanceof JwtException),
                        error -> new AuthenticationServiceException("The issuer's keys cannot be read", error)));
    }

    @Bean
    SecurityWebFilterChain merchantAccess(
            ServerHttpSecurity http, TokenProperties claims, ObjectProvider<AccessRule> rules, Problems problems) {
        var unauthorized = unauthorized(problems);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths ->
                        paths.pathMatchers(OPEN).permitAll().anyExchange().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized))
                .oauth2ResourceServer(
                        server -> server.authenticationEntryPoint(unauthorized).jwt(jwt -> {}))
                .addFilterAfter(
                        new MerchantGate(claims, rules.orderedStream().toList()), SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    /**
     * Ids may hold any printable sign, encoded: paths are cut into segments before they are decoded, here as everywhere, so that
     * an encoded slash cannot lead anywhere else.
     */
    @Bean
    StrictServerWebExchangeFirewall pathFirewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowBackSlash(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    ServerExchangeRejectedHandler rejectedRequests(Problems problems) {
        return (exchange, rejected) -> problems.handle(
                exchange, new ProblemException(400, "request.invalid", String.valueOf(rejected.getMessage())));
    }

    private static ServerAuthenticationEntryPoint unauthorized(Problems problems) {
        return (exchange, error) -> {
            exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
            return problems.handle(exchange, new ProblemException(401, "token.invalid", reason(error)));
        };
    }

    private static String reason(AuthenticationException error) {
        var cause = error.getMessage();
        return "token: " + (cause == null ? "refused" : cause) + " (expected: a valid bearer token)";
    }
}
