package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.Deals;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.kit.paging.Page;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import reactor.core.publisher.Mono;

/** Deals and plans, over HTTP. */
final class HttpDeals implements Deals {

    private static final ParameterizedTypeReference<Map<String, @Nullable Object>> OBJECT =
            new ParameterizedTypeReference<>() {};

    private final Map<FieldService, FieldResources> services = new EnumMap<>(FieldService.class);

    HttpDeals(Function<FieldService, FieldResources> resources) {
        for (var service : FieldService.values()) {
            services.put(service, resources.apply(service));
        }
    }

    @Override
    public Mono<Page<Map<String, @Nullable Object>>> list(
            Caller caller, FieldService service, String resources, Map<String, String> parameters, int limit) {
        return of(service).page(caller, resources, OBJECT, parameters, limit, null);
    }

    @Override
    public Mono<Map<String, @Nullable Object>> detail(
            Caller caller, FieldService service, String resources, String id, String detail) {
        return of(service).detail(caller, resources, id, detail, OBJECT, Map.of());
    }

    private FieldResources of(FieldService service) {
        return Objects.requireNonNull(services.get(service));
    }
}
