package io.factmatrix.plan.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Consent;
import io.factmatrix.plan.domain.Announcement;
import io.factmatrix.plan.domain.Verdict;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What is announced may be promised, as long as the announcement is there. */
record Clearance(OwnField own, MerchantId merchant, Announcement announcement, Verdict verdict) implements Consent {

    @Override
    public Map<String, Object> remarks() {
        return verdict.remarks();
    }

    @Override
    public Mono<Void> withdraw() {
        return own.withdraw(merchant, announcement.id()).then();
    }
}
