package io.factmatrix.gateway.fields;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.domain.AudienceQuestion;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.CorrectionQuestion;
import io.factmatrix.gateway.domain.FieldPage;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.SeriesQuestion;
import io.factmatrix.gateway.domain.work.evidence.AfterSalesQuestion;
import io.factmatrix.gateway.domain.work.evidence.ArrivalsQuestion;
import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldKinds;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.selection.FieldProducts;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.SalesQuestion;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The ledgers, over HTTP. */
final class HttpFieldLedgers implements FieldLedgers {

    private final Map<FieldService, FieldClient> clients = new EnumMap<>(FieldService.class);

    HttpFieldLedgers(Function<FieldService, FieldClient> client) {
        for (var service : FieldService.values()) {
            clients.put(service, client.apply(service));
        }
    }

    @Override
    public Mono<IngestAnswer> ingest(FieldService service, Caller caller, List<byte[]> lines) {
        return client(service).ingest(caller, lines);
    }

    @Override
    public Mono<Map<Field, Standing>> standings(FieldService service, Caller caller, boolean urgent) {
        return client(service).standings(service.fields(), caller, urgent);
    }

    @Override
    public Mono<Map<Field, Standing>> standings(FieldService service, Caller caller, Instant asOf) {
        return client(service).standings(service.fields(), caller, asOf);
    }

    @Override
    public Mono<FieldFigures> figures(Field field, Caller caller, Question question) {
        return client(FieldService.of(field)).figures(field, caller, question);
    }

    @Override
    public Mono<FieldKinds> kinds(Field field, Caller caller, Question question) {
        return client(FieldService.of(field)).kinds(field, caller, question);
    }

    @Override
    public Mono<FieldSeries> series(Field field, Caller caller, SeriesQuestion asked) {
        return client(FieldService.of(field)).series(field, caller, asked);
    }

    @Override
    public Mono<FieldSales> sales(Field field, Caller caller, SalesQuestion question) {
        return client(FieldService.of(field)).sales(field, caller, question);
    }

    @Override
    public Mono<FieldProducts> products(Field field, Caller caller, Question question, int limit) {
        return client(FieldService.of(field)).products(field, caller, question, limit);
    }

    @Override
    public Mono<FieldAfterSales> afterSales(Field field, Caller caller, AfterSalesQuestion question) {
        return client(FieldService.of(field)).afterSales(field, caller, question);
    }

    @Override
    public Mono<FieldArrivals> arrivals(Field field, Caller caller, ArrivalsQuestion question) {
        return client(FieldService.of(field)).arrivals(field, caller, question);
    }

    @Override
    public Mono<FieldAudience> audience(Field field, Caller caller, AudienceQuestion question) {
        return client(FieldService.of(field)).audience(field, caller, question);
    }

    @Override
    public Mono<FieldPage> conflicts(Field field, Caller caller, ConflictQuestion question, String after, int limit) {
        return client(FieldService.of(field)).conflicts(field, caller, question, after, limit);
    }

    @Override
    public Mono<FieldPage> corrections(
            Field field, Caller caller, CorrectionQuestion question, String after, int limit) {
        return client(FieldService.of(field)).corrections(field, caller, question, after, limit);
    }

    private FieldClient client(FieldService service) {
        var client = clients.get(service);
        if (client == null) {
            throw new IllegalStateException("No client of " + service);
        }
        return client;
    }
}
