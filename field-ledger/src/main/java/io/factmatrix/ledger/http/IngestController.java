package io.factmatrix.ledger.http;

import io.factmatrix.kit.lines.Chunk;
import io.factmatrix.kit.lines.EventLines;
import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.lines.Line;
import io.factmatrix.kit.lines.LineError;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.application.Following;
import io.factmatrix.ledger.application.GroupCommit;
import io.factmatrix.ledger.application.GroupCommit.Written;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.decision.Decision;
import io.factmatrix.ledger.domain.event.Event;
import io.factmatrix.ledger.domain.event.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes events in: lines are read, decoded, decided chunk by chunk, and answered for when all of that is durable. */
@RestController
final class IngestController {

    private static final Logger log = LoggerFactory.getLogger(IngestController.class);

    /** One chunk is written while the next is decoded. */
    private static final int CHUNKS_AHEAD = 2;

    private final GroupCommit ledgers;
    private final Following following;
    private final EventDecoder decoder;
    private final IngestMeters meters;

    IngestController(GroupCommit ledgers, Following following, Set<Field> fields, IngestMeters meters) {
        this.meters = meters;
        this.ledgers = ledgers;
        this.following = following;
        this.decoder = new EventDecoder(fields);
    }

    @PostMapping("/v1/merchants/{merchant}/events")
    Mono<ResponseEntity<IngestAnswer>> ingest(@PathVariable String merchant, ServerHttpRequest request) {
        Parameters.none(request);
        var owner = MerchantId.of(merchant);
        return Mono.defer(() -> {
            var sofar = new Sofar();
            return EventLines.read(request)
                    .publishOn(Schedulers.parallel(), 1)
                    .map(this::decoded)
                    .flatMapSequential(lines -> decided(owner, lines), CHUNKS_AHEAD, 1)
                    .doOnNext(answer -> sofar.answer = sofar.answer.plus(answer))
                    .onErrorMap(ProblemException.class, broken -> afterSome(broken, sofar.answer))
                    .then(Mono.fromSupplier(() -> answered(sofar.answer)));
        });
    }

    /** What became of the lines so far; one chunk is added after the other. */
    private static final class Sofar {
        volatile IngestAnswer answer = IngestAnswer.NONE;
    }

    private static ResponseEntity<IngestAnswer> answered(IngestAnswer answer) {
        return answer.undecided() == 0
                ? ResponseEntity.ok(answer)
                : ResponseEntity.status(503).header("Retry-After", "1").body(answer);
    }

    /** The body broke off; what came before the break is kept, and said. */
    private static ProblemException afterSome(ProblemException broken, IngestAnswer sofar) {
        return new ProblemException(
                broken.status(),
                broken.code(),
                "%s; of the %d lines before that %d were stored, %d duplicates, %d rejected, %d undecided"
                        .formatted(
                                broken.detail(),
                                sofar.received(),
                                sofar.stored(),
                                sofar.duplicates(),
                                sofar.rejected(),
                                sofar.undecided()));
    }

    /** The lines of a chunk: events by field, and those that are none. */
    private record Decoded(Map<Field, List<Numbered>> events, List<LineError> errors) {}

    private record Numbered(int line, Event event) {}

    private Decoded decoded(Chunk chunk) {
        var decoded = new Decoded(new EnumMap<>(Field.class), new ArrayList<>());
        chunk.lines().forEach(line -> decode(line, decoded));
        return decoded;
    }

    private void decode(Line line, Decoded into) {
        var bytes = line.bytes();
        if (bytes == null) {
            into.errors()
                    .add(new LineError(
                            line.number(),
                            null,
                            "line.too_long",
                            "line: over %d bytes (expected: at most that)".formatted(EventLines.LONGEST_LINE)));
            return;
        }
        var decoded = decoder.decode(bytes);
        var refused = decoded.refused();
        var event = decoded.event();
        if (refused != null) {
            into.errors().add(new LineError(line.number(), decoded.id(), refused.code(), refused.detail()));
        } else if (event != null) {
            into.events()
                    .computeIfAbsent(event.field(), field -> new ArrayList<>())
                    .add(new Numbered(line.number(), event));
        }
    }

    private Mono<IngestAnswer> decided(MerchantId merchant, Decoded lines) {
        return Flux.fromIterable(lines.events().entrySet())
                .flatMapSequential(events -> decided(new LedgerId(merchant, events.getKey()), events.getValue()))
                .reduce(rejected(lines.errors()), IngestAnswer::plus)
                .doOnNext(meters::decided);
    }

    private Mono<IngestAnswer> decided(LedgerId ledger, List<Numbered> lines) {
        var events = lines.stream().map(Numbered::event).toList();
        return meters.measured(events, () -> ledgers.write(ledger, events))
                .doOnNext(written -> following.moved(ledger.merchant(), ledger.field()))
                .map(written -> answer(ledger.field(), lines, written))
                .onErrorResume(failure -> {
                    log.warn("{} of {} undecided: {}", lines.size(), ledger, failure.toString());
                    return Mono.just(IngestAnswer.undecided(lines.size()));
                });
    }

    private IngestAnswer rejected(List<LineError> errors) {
        meters.rejected(errors);
        return IngestAnswer.rejected(errors);
    }

    private IngestAnswer answer(Field field, List<Numbered> lines, Written written) {
        int stored = 0;
        int duplicates = 0;
        var errors = new ArrayList<LineError>();
        for (int at = 0; at < lines.size(); at++) {
            var decision = written.decisions().get(at);
            if (decision instanceof Decision.Stored) {
                stored++;
            } else if (decision instanceof Decision.Duplicate) {
                duplicates++;
            } else if (decision instanceof Decision.Rejected rejected) {
                var line = lines.get(at);
                var why = rejected.rejection();
                errors.add(new LineError(line.line(), line.event().id(), why.code(), why.detail()));
            }
        }
        var watermarks = Map.of(field.word(), Long.toString(written.watermark()));
        return IngestAnswer.accepted(stored, duplicates, watermarks).plus(rejected(errors));
    }
}
