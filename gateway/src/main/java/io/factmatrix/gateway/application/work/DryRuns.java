package io.factmatrix.gateway.application.work;

import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.domain.work.DryRun;
import io.factmatrix.gateway.domain.work.evidence.Judging;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.gateway.domain.work.rule.RuleSettings;
import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries a rule on days that are past, by what it looks for at present. */
public final class DryRuns {

    private static final int DAYS = 30;

    /** Services have others to answer. */
    private static final int SIDE_BY_SIDE = 2;

    private final Lookout lookout;
    private final OwnCalls own;
    private final InstantSource clock;

    public DryRuns(Lookout lookout, OwnCalls own, InstantSource clock) {
        this.lookout = lookout;
        this.own = own;
        this.clock = clock;
    }

    /** Of the last 30 days that are over. */
    public Mono<DryRun> of(MerchantId merchant, RuleKind rule, RuleSettings settings) {
        if (rule.basis() == null) {
            return Mono.just(new DryRun(rule, settings, List.of()));
        }
        var today = clock.instant().atZone(settings.zone()).toLocalDate();
        return own.of(merchant)
                .flatMapMany(caller -> Flux.range(0, DAYS)
                        .map(day -> today.minusDays(DAYS - day))
                        .flatMapSequential(
                                date -> {
                                    var judging = new Judging(merchant, over(date, settings), settings);
                                    return lookout.look(rule, caller, judging)
                                            .map(found -> new DryRun.Day(date, judging.at(), found));
                                },
                                SIDE_BY_SIDE))
                .collectList()
                .map(days -> new DryRun(rule, settings, days));
    }

    private static Instant over(LocalDate date, RuleSettings settings) {
        return date.plusDays(1).atStartOfDay(settings.zone()).toInstant();
    }
}
