package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.paging.Page;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kit.write.Written;
import io.factmatrix.livestream.application.TemplateDesk;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.LineSource;
import io.factmatrix.livestream.domain.rundown.TemplateId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lines that rundowns are made from. */
@RestController
final class TemplateController {

    private static final String TEMPLATES = "/v1/merchants/{merchant}/rundown-templates";
    private static final String TEMPLATE = TEMPLATES + "/{template}";

    private static final int LONGEST_NAME = 120;
    private static final int MOST_LINES = 500;

    private final TemplateDesk templates;
    private final Writes writes;
    private final Reads reads;

    TemplateController(TemplateDesk templates, Writes writes, Reads reads) {
        this.templates = templates;
        this.writes = writes;
        this.reads = reads;
    }

    /** A name, and lines or where they are. */
    private record Content(
            String name, List<LineContent> lines, @Nullable LineSource source) {}

    @PostMapping(TEMPLATES)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange) {
        return writes.write(exchange, TemplateController::copied, (write, content) -> {
            var source = content.source();
            return Written.created(
                    source == null
                            ? templates.add(write, content.name(), content.lines())
                            : templates.add(write, content.name(), source));
        });
    }

    @PutMapping(TEMPLATE)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String template, ServerWebExchange exchange) {
        var id = TemplateId.of(template);
        return writes.write(
                exchange,
                TemplateController::written,
                (write, content) -> Written.changed(templates.change(write, id, content.name(), content.lines())));
    }

    @GetMapping(value = TEMPLATE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, @Nullable Object>>> template(
            @PathVariable MerchantId merchant, @PathVariable String template) {
        var id = TemplateId.of(template);
        return reads.one(merchant, () -> templates.find(merchant, id));
    }

    @GetMapping(value = TEMPLATES, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<Map<String, @Nullable Object>>> templates(@PathVariable MerchantId merchant, ServerHttpRequest request) {
        return reads.newest(
                merchant,
                request,
                "rundown-templates",
                Set.of(),
                TemplateId::new,
                parameters -> (before, limit) -> templates.list(merchant, before, limit));
    }

    private static Content copied(Members members) throws Refused {
        if (members.has("lines")) {
            return written(members);
        }
        var name = members.prose("name", LONGEST_NAME);
        return new Content(name, List.of(), LineSourceBody.read(members));
    }

    private static Content written(Members members) throws Refused {
        return new Content(
                members.prose("name", LONGEST_NAME), members.objects("lines", MOST_LINES, LineBody::read), null);
    }
}
