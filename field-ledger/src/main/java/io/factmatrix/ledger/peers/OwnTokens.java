package io.factmatrix.ledger.peers;

import java.net.URI;
import org.springframework.security.oauth2.client.AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Mono;

/** What a program shows to another to speak as itself: tokens by OAuth 2.0 client credentials (RFC 6749, 4.4), each used until it is about to end. */
public final class OwnTokens {

    private static final String REGISTRATION = "peers";

    private final ReactiveOAuth2AuthorizedClientManager clients;

    /**
     * @param tokenUri where the provider gives them
     */
    public OwnTokens(URI tokenUri, String clientId, String clientSecret) {
        var registrations =
                new InMemoryReactiveClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenUri(tokenUri.toString())
                        .clientId(clientId)
                        .clientSecret(clientSecret)
                        .build());
        var manager = new AuthorizedClientServiceReactiveOAuth2AuthorizedClientManager(
                registrations, new InMemoryReactiveOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
        this.clients = manager;
    }

    /** A value of {@code Authorization}; fails when the provider gives none. */
    public Mono<String> authorization() {
        var request = OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(REGISTRATION)
                .build();
        return clients.authorize(request)
                .map(client -> "Bearer " + client.getAccessToken().getTokenValue());
    }

    /** Puts it on every request. */
    ExchangeFilterFunction onEachRequest() {
        var filter = new ServerOAuth2AuthorizedClientExchangeFilterFunction(clients);
        filter.setDefaultClientRegistrationId(REGISTRATION);
        return filter;
    }
}
