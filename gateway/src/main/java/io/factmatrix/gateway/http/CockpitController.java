package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.Cockpits;
import io.factmatrix.gateway.domain.department.Cockpit;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows each department its own; a path for each, since each may be read by others. */
@RestController
final class CockpitController {

    private static final String DEPARTMENTS = "/v1/merchants/{merchant}/departments";
    private static final Set<String> PARAMETERS = Set.of("from", "to", "zone", "currency", "compare");

    /** A year, and a leap day: points of the trend. */
    private static final int MOST_DAYS = 366;

    private final Cockpits cockpits;
    private final Tagged tagged;

    CockpitController(Cockpits cockpits, Tagged tagged) {
        this.cockpits = cockpits;
        this.tagged = tagged;
    }

    @GetMapping(DEPARTMENTS + "/content")
    Mono<ResponseEntity<byte[]>> content(@PathVariable String merchant, ServerHttpRequest request) {
        return cockpit(merchant, Department.CONTENT, request);
    }

    @GetMapping(DEPARTMENTS + "/goods")
    Mono<ResponseEntity<byte[]>> goods(@PathVariable String merchant, ServerHttpRequest request) {
        return cockpit(merchant, Department.GOODS, request);
    }

    @GetMapping(DEPARTMENTS + "/creators")
    Mono<ResponseEntity<byte[]>> creators(@PathVariable String merchant, ServerHttpRequest request) {
        return cockpit(merchant, Department.CREATORS, request);
    }

    @GetMapping(DEPARTMENTS + "/ads")
    Mono<ResponseEntity<byte[]>> ads(@PathVariable String merchant, ServerHttpRequest request) {
        return cockpit(merchant, Department.ADS, request);
    }

    @GetMapping(DEPARTMENTS + "/service")
    Mono<ResponseEntity<byte[]>> service(@PathVariable String merchant, ServerHttpRequest request) {
        return cockpit(merchant, Department.SERVICE, request);
    }

    private Mono<ResponseEntity<byte[]>> cockpit(String merchant, Department department, ServerHttpRequest request) {
        var parameters = Parameters.of(request, PARAMETERS);
        var question = Questions.of(parameters);
        long days = question.period().days();
        if (days > MOST_DAYS) {
            throw ProblemException.invalid(
                    "to", question.period().to(), "at most %d days after from, and not %d".formatted(MOST_DAYS, days));
        }
        return cockpits.of(MerchantId.of(merchant), department, question, Questions.isCompared(parameters))
                .map(Cockpit::body)
                .map(tagged::answer);
    }
}
