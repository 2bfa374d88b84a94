package io.factmatrix.kit.problem;

import io.factmatrix.kit.trace.MerchantOfLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

/** The one table from what went wrong to what is answered. */
public final class Problems implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final int LONGEST_SHOWN = 80;

    private final ObjectMapper json;
    private final MeterRegistry meters;

    public Problems(ObjectMapper json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
        // What has not happened yet is 0, so that the first one is seen to be one more.
        count(500, "internal");
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (error instanceof ErrorResponse response && !exchange.getResponse().isCommitted()) {
            // What would do instead, such as the methods that a path knows.
            exchange.getResponse().getHeaders().putAll(response.getHeaders());
        }
        return write(exchange, problemOf(error, exchange));
    }

    /** The request's own context has ended with its way. */
    private static void log(ServerWebExchange exchange, Runnable entry) {
        MDC.put(MerchantOfLog.KEY, exchange.getAttribute(MerchantOfLog.KEY));
        try {
            entry.run();
        } finally {
            MDC.remove(MerchantOfLog.KEY);
        }
    }

    /** Answers with that problem, unless the answer has begun already. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(new IllegalStateException("Answered already: " + problem.detail()));
        }
        count(problem.status(), problem.code()).increment();
        response.setRawStatusCode(problem.status());
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.remove("Content-Length");
        headers.remove("Content-Disposition");
        headers.setCacheControl("no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set("Retry-After", "1");
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    private Counter count(int status, String code) {
        return meters.counter("fact.problems", "status", Integer.toString(status), "code", code);
    }

    private static Problem problemOf(Throwable error, ServerWebExchange exchange) {
        if (error instanceof ProblemException known) {
            return of(known);
        }
        if (isStoreAway(error)) {
            log(exchange, () -> log.warn("The store does not answer: {}", error.toString()));
            return Problem.of(503, "store.unavailable", "The store does not answer just now; sending again is safe.");
        }
        if (error instanceof AuthenticationServiceException) {
            log.warn("{}: {}", error.getMessage(), String.valueOf(error.getCause()));
            return Problem.of(503, "issuer.unavailable", "Tokens cannot be checked just now; sending again is safe.");
        }
        if (error instanceof RejectedExecutionException) {
            return Problem.of(503, "overloaded", "More work than can be taken just now; sending again is safe.");
        }
        if (error instanceof TimeoutException) {
            return Problem.of(503, "timeout", "No answer in time; sending again is safe.");
        }
        if (error instanceof DataBufferLimitException) {
            return Problem.of(413, "body.too_long", "The body is longer than this resource takes.");
        }
        if (error instanceof ErrorResponse response) {
            return ofFramework(response, exchange);
        }
        if (error instanceof InvalidMediaTypeException || error instanceof InvalidMimeTypeException) {
            return notAccepted(exchange);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
            return Problem.of(400, "request.incomplete", "The connection ended before the body did.");
        }
        var request = exchange.getRequest();
        log(exchange, () -> log.error("{} {} failed", request.getMethod(), request.getPath(), error));
        return Problem.of(500, "internal", "An error of ours; it has been logged.");
    }

    private static Problem of(ProblemException known) {
        return Problem.of(known.status(), known.code(), known.detail(), known.members());
    }

    private static boolean isStoreAway(Throwable error) {
        return error instanceof DataAccessResourceFailureException
                || error instanceof TransientDataAccessException
                || error instanceof QueryTimeoutException
                || error instanceof CannotCreateTransactionException
                || error instanceof TransactionSystemException;
    }

    /** Said as it was sent, for it may be no list of media types, or one too long to be weighed. */
    private static Problem notAccepted(ServerWebExchange exchange) {
        var accepted = String.join(", ", exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT));
        return Problem.of(
                406,
                "accept.unsupported",
                "accept: %s (expected: what this resource can be answered with)".formatted(shortened(accepted)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Problem ofFramework(ErrorResponse response, ServerWebExchange exchange) {
        int status = response.getStatusCode().value();
        var request = exchange.getRequest();
        return switch (status) {
            case 404 -> of(ProblemException.noSuchPath(request.getPath().value()));
            case 405 ->
                of(ProblemException.noSuchMethod(
                        request.getMethod().name(),
                        response.getHeaders().getAllow().stream()
                                .map(HttpMethod::name)
                                .sorted()
                                .toList()));
            case 406 -> notAccepted(exchange);
            case 413 -> Problem.of(413, "body.too_long", "The body is longer than this resource takes.");
            case 415 ->
                Problem.of(
                        415,
                        "content-type.unsupported",
                        "content-type: " + request.getHeaders().getFirst("Content-Type"));
            default -> {
                var detail = response.getBody().getDetail();
                yield Problem.of(status, "request.invalid", detail == null ? "The request is not understood." : detail);
            }
        };
    }
}
