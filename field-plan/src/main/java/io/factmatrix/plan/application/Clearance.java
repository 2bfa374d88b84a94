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

    /** The announcement is gone with the write that kept it. It may have been another's, or none: then it is withdrawn, or grows too old. */
    @Override
    public Mono<Void> end() {
        return own.withdraw(merchant, announcement.id()).then().onErrorComplete();
    }
}
