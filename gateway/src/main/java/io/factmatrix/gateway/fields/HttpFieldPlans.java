package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.FieldPlans;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldPage;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.plan.PromiseQuestion;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Look;
import io.factmatrix.plan.domain.Sight;
import io.factmatrix.plan.domain.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** What the fields promise and plan, over HTTP. */
final class HttpFieldPlans implements FieldPlans {

    private static final String FIELD = "/v1/merchants/{merchant}/fields/{field}";

    private final Map<FieldService, Client> clients = new EnumMap<>(FieldService.class);

    HttpFieldPlans(Function<FieldService, Client> client) {
        for (var service : FieldService.values()) {
            clients.put(service, client.apply(service));
        }
    }

    /** One service. */
    record Client(Refusals refusals, WebClient http, Guard guard) {

        <T> Mono<T> call(Mono<T> call) {
            return guard.around(call).onErrorMap(refusals::unavailable);
        }
    }

    @Override
    public Mono<FieldPage> promises(Field field, Caller caller, PromiseQuestion question, String after, int limit) {
        var client = client(field);
        return client.call(client.http()
                .get()
                .uri(uri -> uri.path(FIELD + "/promises")
                        .queryParam("after", "{after}")
                        .queryParam("limit", limit)
                        .queryParamIfPresent(
                                "product",
                                Optional.ofNullable(question.product()).map(given -> "{product}"))
                        .queryParamIfPresent("from", Optional.ofNullable(question.from()))
                        .queryParamIfPresent("to", Optional.ofNullable(question.to()))
                        .build(Map.of(
                                "merchant", caller.merchant().value(),
                                "field", field.word(),
                                "after", after,
                                "product", Objects.requireNonNullElse(question.product(), ""))))
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> page(client, response, field)));
    }

    @Override
    public Mono<FieldPage> calendar(Field field, Caller caller, Span span) {
        var client = client(field);
        return client.call(client.http()
                .get()
                .uri(
                        FIELD + "/calendar?from={from}&to={to}",
                        caller.merchant().value(),
                        field.word(),
                        span.start(),
                        span.end())
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> page(client, response, field)));
    }

    @Override
    public Mono<Sight> look(Field field, Caller caller, Look look) {
        var client = client(field);
        return client.call(client.http()
                .post()
                .uri(FIELD + "/looks", caller.merchant().value(), field.word())
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(look)
                .exchangeToMono(response -> response.statusCode().value() == 200
                        ? response.bodyToMono(Sight.class)
                        : client.refusals().of(response))
                .switchIfEmpty(Mono.error(() -> new FieldUnavailable(field + " answered nothing"))));
    }

    private static Mono<FieldPage> page(Client client, ClientResponse response, Field field) {
        if (response.statusCode().value() != 200) {
            return client.refusals().of(response);
        }
        return response.bodyToMono(FieldPage.class)
                .filter(answer -> answer.field() == field)
                .switchIfEmpty(Mono.error(() -> new FieldUnavailable(field + " answered for another field")));
    }

    private Client client(Field field) {
        return Objects.requireNonNull(clients.get(FieldService.of(field)));
    }
}
