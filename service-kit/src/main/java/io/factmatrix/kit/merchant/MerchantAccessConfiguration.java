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
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/** A resource server: who asks, for which merchant, in which role. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties({TokenProperties.class, OAuth2ResourceServerProperties.class})
public class MerchantAccessConfiguration {

    /** As long as one waits for the issuer's keys when they are not known yet. */
    private static final Duration KEYS_WITHIN = Duration.ofSeconds(3);

    private static final String POLICY =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    @Bean
    ReactiveJwtDecoder tokenDecoder(OAuth2ResourceServerProperties server, TokenProperties tokens) {
        var jwt = server.getJwt();
        var issuer = Objects.requireNonNull(jwt.getIssuerUri(), "issuer-uri is not configured");
        var decoder = NimbusReactiveJwtDecoder.withIssuerLocation(issuer)
                .jwsAlgorithms(algorithms -> algorithms.addAll(algorithms(jwt.getJwsAlgorithms())))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(issuer), meantFor(jwt.getAudiences()), new Lifetime(tokens.clockSkew())));
        return new RememberedTokens(presented -> decoder.decode(presented)
                .timeout(KEYS_WITHIN)
                // That the keys cannot be had says nothing about the token.
                .onErrorMap(
                        error -> !(error instanceof JwtException),
                        error -> new AuthenticationServiceException("The issuer's keys cannot be read", error)));
    }

    /** Only such as need the issuer's private key: no token chooses its own way of being checked. */
    private static List<SignatureAlgorithm> algorithms(List<String> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(
                        SignatureAlgorithm.from(name),
                        "jws-algorithms: " + name + " (expected: RS256, ES256, PS256 or another asymmetric one)"))
                .toList();
    }

    /** Not asked for by default: a token for another audience would pass. */
    private static OAuth2TokenValidator<Jwt> meantFor(List<String> audiences) {
        if (audiences.isEmpty()) {
            throw new IllegalStateException("audiences: [] (expected: at least one that a token must be meant for)");
        }
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, named -> named != null && !Collections.disjoint(named, audiences));
    }

    @Bean
    SecurityWebFilterChain merchantAccess(
            ServerHttpSecurity http, TokenProperties claims, ObjectProvider<AccessTable> tables, Problems problems) {
        var unauthorized = unauthorized(problems);
        var access = AccessTable.all(tables.orderedStream());
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeExchange(
                        paths -> paths.matchers(new PathPatternParserServerWebExchangeMatcher(MerchantGate.API))
                                .authenticated()
                                .anyExchange()
                                .permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized))
                .oauth2ResourceServer(
                        server -> server.authenticationEntryPoint(unauthorized).jwt(jwt -> {}))
                .addFilterAfter(new MerchantGate(claims, access), SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    @Bean
    ServerWebExchangeFirewall pathFirewall() {
        return new PathFirewall();
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
