package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.domain.AudienceQuestion;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.CorrectionQuestion;
import io.factmatrix.gateway.domain.FieldPage;
import io.factmatrix.gateway.domain.FieldUnavailable;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.gateway.domain.work.evidence.AfterSalesQuestion;
import io.factmatrix.gateway.domain.work.evidence.ArrivalsQuestion;
import io.factmatrix.gateway.guard.Guard;
import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldKinds;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.selection.FieldProducts;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.SalesQuestion;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Mono;

/** One service: its calls. */
final class FieldClient {

    private static final ParameterizedTypeReference<Map<Field, Standing>> STANDINGS =
            new ParameterizedTypeReference<>() {};

    private final String service;
    private final Refusals refusals;
    private final WebClient http;
    private final Duration urgentDeadline;
    private final Duration sealDeadline;
    private final Guard positions;
    private final Guard figures;
    private final Guard series;
    private final Guard audience;
    private final Guard past;
    private final Guard conflicts;
    private final Guard ingest;

    FieldClient(
            String service,
            WebClient http,
            Duration urgentDeadline,
            Duration sealDeadline,
            Guard positions,
            Guard figures,
            Guard series,
            Guard audience,
            Guard past,
            Guard conflicts,
            Guard ingest) {
        this.service = service;
        this.refusals = new Refusals(service);
        this.http = http;
        this.urgentDeadline = urgentDeadline;
        this.sealDeadline = sealDeadline;
        this.positions = positions;
        this.figures = figures;
        this.series = series;
        this.audience = audience;
        this.past = past;
        this.conflicts = conflicts;
        this.ingest = ingest;
    }

    /** Where each of these ledgers stands. */
    Mono<Map<Field, Standing>> standings(Set<Field> fields, Caller caller, boolean urgent) {
        return positions
                .around(standings(fields, caller, Optional.empty()), urgent ? urgentDeadline : positions.deadline())
                .onErrorMap(refusals::unavailable);
    }

    /** Where each of them stood; fails in {@link ProblemException} when the moment is not past. */
    Mono<Map<Field, Standing>> standings(Set<Field> fields, Caller caller, Instant asOf) {
        return past.around(standings(fields, caller, Optional.of(asOf)), sealDeadline)
                .onErrorMap(error -> error instanceof ProblemException ? error : refusals.unavailable(error));
    }

    private Mono<Map<Field, Standing>> standings(Set<Field> fields, Caller caller, Optional<Instant> asOf) {
        return http.get()
                .uri(uri -> uri.path("/v1/merchants/{merchant}/positions")
                        .queryParamIfPresent("asOf", asOf)
                        .build(caller.merchant().value()))
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> standings(response, fields));
    }

    Mono<FieldFigures> figures(Field field, Caller caller, Question question) {
        var call = answer("figures", FieldFigures.class, field, caller, parameters(question));
        return (question.asOf() == null ? figures : past).around(call).onErrorMap(refusals::unavailable);
    }

    Mono<FieldKinds> kinds(Field field, Caller caller, Question question) {
        var call = answer("kinds", FieldKinds.class, field, caller, parameters(question));
        return figures.around(call).onErrorMap(refusals::unavailable);
    }

    Mono<FieldAudience> audience(Field field, Caller caller, AudienceQuestion question) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("from", question.from());
        parameters.put("to", question.to());
        parameters.put("zone", question.zone().getId());
        parameters.put("currency", question.currency().getCurrencyCode());
        putIfPresent(parameters, question.shop(), question.product(), question.touchpoint());
        var call = answer("audience", FieldAudience.class, field, caller, parameters);
        return audience.around(call).onErrorMap(refusals::unavailable);
    }

    Mono<FieldSeries> series(Field field, Caller caller, SeriesQuestion asked) {
        var parameters = parameters(asked.question());
        parameters.put("zone", asked.whole().zone().getId());
        parameters.put("step", asked.step().word());
        parameters.put("people", asked.ofPeople());
        var call = answer("series", FieldSeries.class, field, caller, parameters);
        return series.around(call).onErrorMap(refusals::unavailable);
    }

    private static Map<String, Object> parameters(Question question) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("from", question.period().start());
        parameters.put("to", question.period().end());
        parameters.put("currency", question.currency().getCurrencyCode());
        putIfPresent(parameters, question.shop(), question.product(), question.touchpoint());
        if (question.asOf() != null) {
            parameters.put("asOf", question.asOf());
        }
        return parameters;
    }

    private static void putIfPresent(
            Map<String, Object> parameters,
            @Nullable String shop,
            @Nullable String product,
            @Nullable String touchpoint) {
        if (shop != null) {
            parameters.put("shop", shop);
        }
        if (product != null) {
            parameters.put("product", product);
        }
        if (touchpoint != null) {
            parameters.put("touchpoint", touchpoint);
        }
    }

    private <A extends FieldAnswer<A>> Mono<A> answer(
            String what, Class<A> form, Field field, Caller caller, Map<String, Object> parameters) {
        return answer(what, form, FieldAnswer::field, field, caller, parameters);
    }

    private <A> Mono<A> answer(
            String what,
            Class<A> form,
            Function<A, Field> of,
            Field field,
            Caller caller,
            Map<String, Object> parameters) {
        return http.get()
                .uri(uri -> with(parameters, uri)
                        .path("/v1/merchants/{merchant}/fields/{field}/" + what)
                        .build(variables(field, caller, parameters)))
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> answer(response, form, of, field));
    }

    Mono<FieldSales> sales(Field field, Caller caller, SalesQuestion question) {
        var call = http.post()
                .uri(
                        "/v1/merchants/{merchant}/fields/{field}/sales",
                        caller.merchant().value(),
                        field.word())
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(question)
                .exchangeToMono(response -> answer(response, FieldSales.class, FieldSales::field, field));
        return series.around(call).onErrorMap(refusals::unavailable);
    }

    Mono<FieldProducts> products(Field field, Caller caller, Question question, int limit) {
        var parameters = parameters(question);
        parameters.put("limit", limit);
        var call = answer("products", FieldProducts.class, field, caller, parameters);
        return series.around(call).onErrorMap(refusals::unavailable);
    }

    /** Facts are read one by one, as those of a series are not: it may take as long. */
    Mono<FieldAfterSales> afterSales(Field field, Caller caller, AfterSalesQuestion question) {
        var parameters =
                Map.<String, Object>of("to", question.to(), "weeks", question.weeks(), "currency", question.currency());
        var call = answer("after-sales", FieldAfterSales.class, FieldAfterSales::field, field, caller, parameters);
        return series.around(call).onErrorMap(refusals::unavailable);
    }

    Mono<FieldArrivals> arrivals(Field field, Caller caller, ArrivalsQuestion question) {
        var parameters =
                Map.<String, Object>of("at", question.at(), "days", question.days(), "hours", question.hours());
        var call = answer("arrivals", FieldArrivals.class, FieldArrivals::field, field, caller, parameters);
        return series.around(call).onErrorMap(refusals::unavailable);
    }

    /** As variables, so that values are encoded whatever signs they have. */
    private static UriBuilder with(Map<String, ?> parameters, UriBuilder uri) {
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri;
    }

    Mono<FieldPage> conflicts(Field field, Caller caller, ConflictQuestion question, String after, int limit) {
        var kind = question.kind() == null ? null : question.kind().word();
        var call = http.get()
                .uri(uri -> uri.path("/v1/merchants/{merchant}/fields/{field}/conflicts")
                        .queryParam("after", "{after}")
                        .queryParam("limit", limit)
                        .queryParamIfPresent("kind", Optional.ofNullable(kind))
                        .build(caller.merchant().value(), field.word(), after))
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> page(response, field, limit));
        return conflicts.around(call).onErrorMap(refusals::unavailable);
    }

    Mono<FieldPage> corrections(Field field, Caller caller, CorrectionQuestion question, String after, int limit) {
        var call = http.get()
                .uri(uri -> uri.path("/v1/merchants/{merchant}/fields/{field}/corrections")
                        .queryParam("after", "{after}")
                        .queryParam("limit", limit)
                        .queryParamIfPresent("since", Optional.ofNullable(question.since()))
                        .queryParamIfPresent("until", Optional.ofNullable(question.until()))
                        .queryParam("zone", "{zone}")
                        .queryParamIfPresent("from", Optional.ofNullable(question.from()))
                        .queryParamIfPresent("to", Optional.ofNullable(question.to()))
                        .build(
                                caller.merchant().value(),
                                field.word(),
                                after,
                                question.zone().getId()))
                .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(response -> page(response, field, limit));
        return past.around(call).onErrorMap(refusals::unavailable);
    }

    /** The body's length is announced: it is whole. */
    Mono<IngestAnswer> ingest(Caller caller, List<byte[]> lines) {
        var call = Mono.defer(() -> {
            var body = Ndjson.of(lines);
            return http.post()
                    .uri("/v1/merchants/{merchant}/events", caller.merchant().value())
                    .header(HttpHeaders.AUTHORIZATION, caller.authorization())
                    .contentType(MediaType.APPLICATION_NDJSON)
                    .contentLength(body.length)
                    .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyValue(body)
                    .exchangeToMono(response -> decided(response, lines.size()));
        });
        return ingest.around(call).onErrorMap(error -> isAboutTheCaller(error) ? error : refusals.unavailable(error));
    }

    private static Map<String, Object> variables(Field field, Caller caller, Map<String, Object> parameters) {
        var variables = new HashMap<>(parameters);
        variables.put("merchant", caller.merchant().value());
        variables.put("field", field.word());
        return variables;
    }

    private Mono<Map<Field, Standing>> standings(ClientResponse response, Set<Field> fields) {
        if (response.statusCode().value() != 200) {
            return refusals.of(response);
        }
        return response.bodyToMono(STANDINGS)
                .filter(answer -> answer.keySet().containsAll(fields))
                .switchIfEmpty(Mono.error(() -> new FieldUnavailable(service + " answered for other fields")));
    }

    private <A> Mono<A> answer(ClientResponse response, Class<A> form, Function<A, Field> of, Field field) {
        if (response.statusCode().value() != 200) {
            return refusals.of(response);
        }
        return response.bodyToMono(form)
                .filter(answer -> of.apply(answer) == field)
                .switchIfEmpty(Mono.error(() -> new FieldUnavailable(service + " answered for another field")));
    }

    private Mono<FieldPage> page(ClientResponse response, Field field, int limit) {
        if (response.statusCode().value() != 200) {
            return refusals.of(response);
        }
        return response.bodyToMono(FieldPage.class)
                .filter(answer -> answer.field() == field && answer.items().size() <= limit)
                .switchIfEmpty(Mono.error(() -> new FieldUnavailable(service + " answered for another field")));
    }

    /** Whole or in part: a service whose store is away answers 503 with the lines it could not decide. */
    private Mono<IngestAnswer> decided(ClientResponse response, int lines) {
        int status = response.statusCode().value();
        var type = response.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        if (status != 200 && (status != 503 || !MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type))) {
            return refusals.of(response);
        }
        return response.bodyToMono(IngestAnswer.class)
                .filter(answer -> answer.received() == lines
                        && answer.errors().stream().allMatch(error -> error.line() >= 1 && error.line() <= lines))
                .switchIfEmpty(Mono.error(() -> new FieldUnavailable(service + " answered for other lines")));
    }

    /** That the service does not like what was sent to it is not the caller's affair: the lines were ours to put together. */
    private static boolean isAboutTheCaller(Throwable error) {
        return error instanceof ProblemException problem && problem.status() != 400;
    }
}
