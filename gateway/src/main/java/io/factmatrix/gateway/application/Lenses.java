package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.domain.lens.Lens;
import io.factmatrix.gateway.domain.lens.LensReading;
import io.factmatrix.kit.store.MerchantReads;
import reactor.core.publisher.Mono;

/** Reads a merchant's figures through lenses. */
public final class Lenses {

    private final LensDesk desk;
    private final MerchantReads reads;
    private final OperatingViews views;
    private final MerchantAudiences audiences;

    public Lenses(LensDesk desk, MerchantReads reads, OperatingViews views, MerchantAudiences audiences) {
        this.desk = desk;
        this.reads = reads;
        this.views = views;
        this.audiences = audiences;
    }

    public Mono<LensReading> of(Caller caller, Lens lens, Question question) {
        return Mono.zip(
                        reads.read(caller.merchant(), () -> desk.find(caller.merchant(), lens)),
                        views.of(caller, question),
                        audiences.of(caller, question))
                .map(read -> new LensReading(read.getT1().definition(), read.getT2(), read.getT3()));
    }
}
