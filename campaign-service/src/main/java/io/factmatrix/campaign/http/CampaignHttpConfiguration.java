package io.factmatrix.campaign.http;

import io.factmatrix.campaign.application.CampaignDesk;
import io.factmatrix.campaign.application.ClaimDesk;
import io.factmatrix.campaign.application.LimitDesk;
import io.factmatrix.campaign.application.OfferDesk;
import io.factmatrix.campaign.application.PacingDesk;
import io.factmatrix.campaign.application.RulesDesk;
import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of this field, and who may do what with them. */
@Configuration(proxyBeanMethods = false)
public class CampaignHttpConfiguration {

    @Bean
    CampaignController campaignController(CampaignDesk campaigns, Writes writes, Reads reads) {
        return new CampaignController(campaigns, writes, reads);
    }

    @Bean
    PacingController pacingController(PacingDesk pacings, MerchantReads merchantReads) {
        return new PacingController(pacings, merchantReads, InstantSource.system());
    }

    @Bean
    OfferController offerController(OfferDesk offers, Writes writes, Reads reads, MerchantReads merchantReads) {
        return new OfferController(offers, writes, reads, merchantReads);
    }

    @Bean
    ClaimController claimController(
            ClaimDesk claims, Writes writes, MerchantReads merchantReads, Cursors cursors, MeterRegistry meters) {
        return new ClaimController(claims, writes, merchantReads, cursors, meters);
    }

    @Bean
    RulesController rulesController(RulesDesk rules, Writes writes, MerchantReads merchantReads) {
        return new RulesController(rules, writes, merchantReads);
    }

    @Bean
    LimitController limitController(LimitDesk limits, Writes writes, Reads reads) {
        return new LimitController(limits, writes, reads);
    }

    @Bean
    AccessTable campaignAccess() {
        return CampaignAccess.table();
    }
}
