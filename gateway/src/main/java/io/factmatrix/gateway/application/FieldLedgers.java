package io.factmatrix.gateway.application;

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
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * The ledgers of all fields, kept by their services. Fails in {@link io.factmatrix.gateway.domain.FieldUnavailable} when the service that is asked is down,
 * slow, broken or spared.
 */
public interface FieldLedgers {

    /**
     * Sends lines to one service: what became of them, numbered from 1. Fails in
     * {@link io.factmatrix.kit.problem.ProblemException} when the service refuses the caller.
     */
    Mono<IngestAnswer> ingest(FieldService service, Caller caller, List<byte[]> lines);

    /**
     * Where the ledgers of a service stand.
     *
     * @param urgent not to be waited for long, since there is something to show without it
     */
    Mono<Map<Field, Standing>> standings(FieldService service, Caller caller, boolean urgent);

    /**
     * Where they stood at a moment of the past, with what they have taken in by now; sealed, so that they always will have stood
     * there. Fails in {@link io.factmatrix.kit.problem.ProblemException} when the moment is not past.
     */
    Mono<Map<Field, Standing>> standings(FieldService service, Caller caller, Instant asOf);

    /** The figures of one field. */
    Mono<FieldFigures> figures(Field field, Caller caller, Question question);

    /** The figures of one field by kind of touchpoint. */
    Mono<FieldKinds> kinds(Field field, Caller caller, Question question);

    /** The figures of one field over time. */
    Mono<FieldSeries> series(Field field, Caller caller, SeriesQuestion asked);

    /** What one field sold of selections. */
    Mono<FieldSales> sales(Field field, Caller caller, SalesQuestion question);

    /** At most so many products at each end of what one field sold in the period of the question. */
    Mono<FieldProducts> products(Field field, Caller caller, Question question, int limit);

    /** What came of what one field sold. */
    Mono<FieldAfterSales> afterSales(Field field, Caller caller, AfterSalesQuestion question);

    /** How regularly events of one field came. */
    Mono<FieldArrivals> arrivals(Field field, Caller caller, ArrivalsQuestion question);

    /** The people of one field. */
    Mono<FieldAudience> audience(Field field, Caller caller, AudienceQuestion question);

    /** At most that many conflicts of one field behind that position; empty for the first. */
    Mono<FieldPage> conflicts(Field field, Caller caller, ConflictQuestion question, String after, int limit);

    /** At most that many corrections of one field behind that position; empty for the first. */
    Mono<FieldPage> corrections(Field field, Caller caller, CorrectionQuestion question, String after, int limit);
}
