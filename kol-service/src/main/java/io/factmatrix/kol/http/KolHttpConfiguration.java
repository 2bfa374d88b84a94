package io.factmatrix.kol.http;

import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.kol.application.EconomicsDesk;
import io.factmatrix.kol.application.EngagementDesk;
import io.factmatrix.kol.application.KolDesk;
import io.factmatrix.kol.application.MakeGoodDesk;
import io.factmatrix.kol.application.UnavailabilityDesk;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of this field, and who may do what with them. */
@Configuration(proxyBeanMethods = false)
public class KolHttpConfiguration {

    @Bean
    KolController kolController(KolDesk kols, Writes writes, Reads reads) {
        return new KolController(kols, writes, reads);
    }

    @Bean
    UnavailabilityController unavailabilityController(UnavailabilityDesk unavailabilities, Writes writes, Reads reads) {
        return new UnavailabilityController(unavailabilities, writes, reads);
    }

    @Bean
    EngagementController engagementController(EngagementDesk engagements, Writes writes, Reads reads) {
        return new EngagementController(engagements, writes, reads);
    }

    @Bean
    EconomicsController economicsController(EconomicsDesk economics, MerchantReads merchantReads) {
        return new EconomicsController(economics, merchantReads, InstantSource.system());
    }

    @Bean
    MakeGoodController makeGoodController(MakeGoodDesk makeGoods, Writes writes, Reads reads) {
        return new MakeGoodController(makeGoods, writes, reads);
    }

    @Bean
    AccessTable kolAccess() {
        return KolAccess.table();
    }
}
