package io.factmatrix.gateway.application.live;

import io.factmatrix.gateway.application.OperatingViews;
import io.factmatrix.gateway.application.PresentStandings;
import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.limit.Turns;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One question, answered again whenever its merchant's ledgers have moved. One answer at a time. */
final class LiveView<T> {

    private static final Logger log = LoggerFactory.getLogger(LiveView.class);

    /** Of the time that an answer took, before the next one is asked for: a heavy question leaves room for others. */
    private static final int REST = 2;

    private static final Duration LONGEST_REST = Duration.ofMillis(400);

    private final MerchantWatch<T> watch;
    private final OperatingViews views;
    private final Function<OperatingView, T> told;
    private final Turns turns;
    private final Question question;
    private final boolean compared;

    private @Nullable OperatingView last;
    /** What the last one shows, of all who told something; null when it is to be asked for again whatever is told. */
    private @Nullable PresentStandings shown;

    LiveView(
            MerchantWatch<T> watch,
            OperatingViews views,
            Function<OperatingView, T> told,
            Turns turns,
            Question question,
            boolean compared) {
        this.watch = watch;
        this.views = views;
        this.told = told;
        this.turns = turns;
        this.question = question;
        this.compared = compared;
    }

    /** The view at once, and again when something moved; never ends in an error. */
    Flux<T> views() {
        return watch.standings().onBackpressureLatest().concatMap(this::next, 0);
    }

    private Flux<T> next(PresentStandings standings) {
        var caller = watch.caller();
        if (caller.isEmpty() || standings.equals(shown)) {
            return Flux.empty();
        }
        return Flux.defer(() -> {
            long begun = System.nanoTime();
            return answer(caller.get(), standings)
                    .concatWith(Mono.defer(() -> rest(Duration.ofNanos(System.nanoTime() - begun))));
        });
    }

    private Mono<T> answer(Caller caller, PresentStandings standings) {
        return turns.inTurn(caller.merchant(), turn -> ask(caller, standings))
                .map(view -> {
                    var answer = told.apply(view);
                    last = view;
                    shown = showsAll(view, standings) ? standings : null;
                    return answer;
                })
                .onErrorResume(failure -> later(caller, failure));
    }

    private Mono<OperatingView> ask(Caller caller, PresentStandings standings) {
        var before = last;
        return before == null
                ? views.told(caller, question, compared, standings)
                : views.toldAgain(caller, before, standings);
    }

    /** A ledger that told where it stands, and then not its figures, is asked for them again. */
    private static boolean showsAll(OperatingView view, PresentStandings standings) {
        var previous = view.previous();
        return showsAll(view.current().sections(), standings)
                && (previous == null || showsAll(previous.sections(), standings));
    }

    private static boolean showsAll(Sections<FieldFigures> shown, PresentStandings standings) {
        return standings.present().allMatch(field -> shown.sections().get(field) instanceof Fresh);
    }

    /** It is tried again at the next look. */
    private static <E> Mono<E> later(Caller caller, Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            log.debug("A view of {} waits: {}", caller, failure.getMessage());
        } else {
            log.error("A view of {} cannot be told", caller, failure);
        }
        return Mono.empty();
    }

    private static <E> Mono<E> rest(Duration taken) {
        var rest = taken.multipliedBy(REST);
        return Mono.delay(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST)
                .then(Mono.empty());
    }
}
