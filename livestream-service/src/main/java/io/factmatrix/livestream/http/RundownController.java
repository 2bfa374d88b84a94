package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.revision.Revision;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.RundownDesk;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.LineId;
import io.factmatrix.livestream.domain.rundown.Place;
import io.factmatrix.livestream.domain.rundown.Rundown;
import io.factmatrix.livestream.domain.session.SessionId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is shown in a session. A line has an ETag of its own; that of the rundown changes with each of them and with their order. */
@RestController
final class RundownController {

    private static final String RUNDOWN = "/v1/merchants/{merchant}/sessions/{session}/rundown";
    private static final String LINES = RUNDOWN + "/lines";
    private static final String LINE = LINES + "/{line}";

    private final RundownDesk rundowns;
    private final Writes writes;
    private final MerchantReads reads;

    RundownController(RundownDesk rundowns, Writes writes, MerchantReads reads) {
        this.rundowns = rundowns;
        this.writes = writes;
        this.reads = reads;
    }

    private record NewLine(LineContent content, Place place) {}

    @PostMapping(LINES)
    Mono<ResponseEntity<byte[]>> add(@PathVariable String session, ServerWebExchange exchange) {
        var id = SessionId.of(session);
        return writes.write(exchange, RundownController::newLine, (write, line) -> {
            var edited = rundowns.add(write, id, line.content(), line.place());
            return Written.created(
                    edited.line().value(), revision(edited), edited.rundown().body(edited.line()));
        });
    }

    @PutMapping(LINE)
    Mono<ResponseEntity<byte[]>> change(
            @PathVariable String session, @PathVariable String line, ServerWebExchange exchange) {
        var id = SessionId.of(session);
        var lineId = LineId.of(line);
        return writes.write(exchange, LineBody::read, (write, content) -> {
            var edited = rundowns.change(write, id, lineId, content);
            return Written.changed(revision(edited), edited.rundown().body(lineId));
        });
    }

    private static Revision revision(RundownDesk.Edited edited) {
        return edited.rundown().line(edited.line()).revision();
    }

    @PutMapping(LINE + "/place")
    Mono<ResponseEntity<byte[]>> move(
            @PathVariable String session, @PathVariable String line, ServerWebExchange exchange) {
        var id = SessionId.of(session);
        var lineId = LineId.of(line);
        return writes.write(
                exchange, RundownController::place, (write, place) -> changed(rundowns.move(write, id, lineId, place)));
    }

    @DeleteMapping(LINE)
    Mono<ResponseEntity<byte[]>> remove(
            @PathVariable String session, @PathVariable String line, ServerWebExchange exchange) {
        var id = SessionId.of(session);
        var lineId = LineId.of(line);
        return writes.write(exchange, write -> changed(rundowns.remove(write, id, lineId)));
    }

    @PostMapping(RUNDOWN + "/copies")
    Mono<ResponseEntity<byte[]>> copy(@PathVariable String session, ServerWebExchange exchange) {
        var id = SessionId.of(session);
        return writes.write(
                exchange, LineSourceBody::read, (write, source) -> changed(rundowns.copy(write, id, source)));
    }

    private static Written changed(Rundown rundown) {
        return Written.changed(rundown.version().revision(), rundown.body());
    }

    @GetMapping(value = RUNDOWN, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> rundown(
            @PathVariable MerchantId merchant, @PathVariable String session) {
        var id = SessionId.of(session);
        return reads.read(merchant, () -> rundowns.find(merchant, id))
                .map(rundown -> Reads.tagged(rundown.version().revision()).body(rundown.body()));
    }

    @GetMapping(value = LINE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> line(
            @PathVariable MerchantId merchant, @PathVariable String session, @PathVariable String line) {
        var id = SessionId.of(session);
        var lineId = LineId.of(line);
        return reads.read(merchant, () -> rundowns.find(merchant, id))
                .map(rundown -> Reads.tagged(rundown.line(lineId).revision()).body(rundown.body(lineId)));
    }

    private static NewLine newLine(Members members) throws Refused {
        var place = members.has("before") || members.has("after") ? place(members) : Place.LAST;
        return new NewLine(LineBody.read(members), place);
    }

    private static Place place(Members members) throws Refused {
        var before = members.optionalText("before");
        var after = members.optionalText("after");
        if (before == null) {
            return new Place(LineId.of(members.present("after", after)), false);
        }
        var place = new Place(LineId.of(before), true);
        if (after != null) {
            throw members.invalid("after", after, "none beside before");
        }
        return place;
    }
}
