package io.factmatrix.gateway.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.factmatrix.gateway.application.BrokenIngest;
import io.factmatrix.gateway.application.Ingest;
import io.factmatrix.kit.lines.EventLines;
import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes events of all fields in. */
@RestController
final class IngestController {

    private final Ingest ingest;

    IngestController(Ingest ingest) {
        this.ingest = ingest;
    }

    /** What it can be answered with is said here, so that nothing is decided for those who do not accept it. */
    @PostMapping(value = "/v1/merchants/{merchant}/events", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<IngestAnswer>> ingest(@PathVariable String merchant, ServerHttpRequest request) {
        Parameters.none(request);
        return ingest.decide(Callers.of(merchant, request), EventLines.read(request))
                .map(IngestController::answered);
    }

    private static ResponseEntity<IngestAnswer> answered(IngestAnswer answer) {
        return answer.undecided() == 0
                ? ResponseEntity.ok(answer)
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header("Retry-After", "1")
                        .body(answer);
    }

    /** A problem, with what became of the lines before it. */
    record BrokenBody(
            @JsonUnwrapped Problem problem, @JsonUnwrapped IngestAnswer answer) {}

    @ExceptionHandler
    ResponseEntity<BrokenBody> brokenOff(BrokenIngest broken) {
        var problem = broken.problem();
        var answer = broken.answer();
        var title = HttpStatus.valueOf(problem.status()).getReasonPhrase();
        var detail = "%s; of the %d lines before that, %d were decided"
                .formatted(problem.detail(), answer.received(), answer.received() - answer.undecided());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new BrokenBody(
                        new Problem("about:blank", title, problem.status(), problem.code(), detail), answer));
    }
}
