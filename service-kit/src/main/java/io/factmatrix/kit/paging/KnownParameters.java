package io.factmatrix.kit.paging;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses parameters that a method of the API does not take, as {@link Parameters} does for those that read them themselves: whoever
 * sees the whole request knows what it may hold, whoever does not takes those that it names.
 */
final class KnownParameters extends RequestMappingHandlerMapping {

    private static final String API = "/v1/";

    @Override
    protected void handleMatch(RequestMappingInfo info, HandlerMethod method, ServerWebExchange exchange) {
        super.handleMatch(info, method, exchange);
        var request = exchange.getRequest();
        if (request.getPath().value().startsWith(API) && !seesTheWhole(method)) {
            Parameters.of(request, named(method));
        }
    }

    private static boolean seesTheWhole(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameterTypes())
                .anyMatch(type -> type == ServerWebExchange.class || type == ServerHttpRequest.class);
    }

    /** By the names that they have in the code, which is compiled with them. */
    private static Set<String> named(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
