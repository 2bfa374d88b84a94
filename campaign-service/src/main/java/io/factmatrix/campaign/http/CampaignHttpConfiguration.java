package io.factmatrix.campaign.http;

import io.factmatrix.campaign.application.CampaignDesk;
import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.write.Writes;
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
    AccessTable campaignAccess() {
        return CampaignAccess.table();
    }
}
