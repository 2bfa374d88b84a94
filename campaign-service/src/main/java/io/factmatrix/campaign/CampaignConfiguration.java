package io.factmatrix.campaign;

import io.factmatrix.campaign.application.CampaignDesk;
import io.factmatrix.campaign.application.ClaimDesk;
import io.factmatrix.campaign.application.ClaimProperties;
import io.factmatrix.campaign.application.LimitDesk;
import io.factmatrix.campaign.application.OfferDesk;
import io.factmatrix.campaign.application.PacingDesk;
import io.factmatrix.campaign.application.RulesDesk;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.campaign.Campaigns;
import io.factmatrix.campaign.domain.claim.Claims;
import io.factmatrix.campaign.domain.guard.LimitId;
import io.factmatrix.campaign.domain.guard.MerchantRules;
import io.factmatrix.campaign.domain.guard.ProductLimits;
import io.factmatrix.campaign.domain.offer.OfferId;
import io.factmatrix.campaign.domain.offer.Offers;
import io.factmatrix.campaign.http.CampaignHttpConfiguration;
import io.factmatrix.campaign.store.PostgresCampaigns;
import io.factmatrix.campaign.store.PostgresClaims;
import io.factmatrix.campaign.store.PostgresLimits;
import io.factmatrix.campaign.store.PostgresOffers;
import io.factmatrix.campaign.store.PostgresPlans;
import io.factmatrix.campaign.store.PostgresRules;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.resource.Id;
import io.factmatrix.kit.resource.Kind;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.resource.Resources;
import io.factmatrix.kit.write.Register;
import io.factmatrix.ledger.LedgerConfiguration;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.figures.TouchpointKinds;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import io.factmatrix.ledger.http.KeptFields;
import io.factmatrix.ledger.store.NamedTouchpoints;
import io.factmatrix.plan.PlanConfiguration;
import io.factmatrix.plan.application.PromiseDesk;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** The composition root. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClaimProperties.class)
@Import({LedgerConfiguration.class, PlanConfiguration.class, CampaignHttpConfiguration.class})
class CampaignConfiguration {

    private final AuditTrail trail;
    private final NewIds ids;

    CampaignConfiguration(AuditTrail trail, NewIds ids) {
        this.trail = trail;
        this.ids = ids;
    }

    @Bean
    KeptFields keptFields() {
        return KeptFields.of(Field.CAMPAIGN);
    }

    @Bean
    TouchpointKinds touchpointKinds(JdbcTemplate jdbc) {
        return new NamedTouchpoints(jdbc, TouchpointKind.CAMPAIGN_PAGE, "campaign_page");
    }

    @Bean
    Campaigns campaigns(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresCampaigns(jdbc, json);
    }

    @Bean
    CampaignDesk campaignDesk(Campaigns campaigns, Offers offers, PromiseDesk promises) {
        return new CampaignDesk(campaigns, register(CampaignId.CAMPAIGN, campaigns), offers, promises, ids);
    }

    @Bean
    Offers offers(JdbcTemplate jdbc) {
        return new PostgresOffers(jdbc);
    }

    @Bean
    Claims claims(JdbcTemplate jdbc) {
        return new PostgresClaims(jdbc);
    }

    @Bean
    MerchantRules merchantRules(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresRules(jdbc, json);
    }

    @Bean
    ProductLimits productLimits(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresLimits(jdbc, json);
    }

    @Bean
    PostgresPlans plans(Campaigns campaigns, Offers offers, MerchantRules rules, ProductLimits limits) {
        return new PostgresPlans(campaigns, offers, rules, limits);
    }

    @Bean
    RulesDesk rulesDesk(MerchantRules rules) {
        return new RulesDesk(rules, trail);
    }

    @Bean
    LimitDesk limitDesk(ProductLimits limits) {
        return new LimitDesk(limits, register(LimitId.PRODUCT_LIMIT, limits), trail, ids);
    }

    @Bean
    PacingDesk pacingDesk(Campaigns campaigns, FieldSums sums, Touchpoints touchpoints) {
        return new PacingDesk(register(CampaignId.CAMPAIGN, campaigns), campaigns, sums, touchpoints);
    }

    @Bean
    OfferDesk offerDesk(Offers offers, Campaigns campaigns, Claims claims, PromiseDesk promises) {
        return new OfferDesk(
                offers,
                register(OfferId.OFFER, offers),
                register(CampaignId.CAMPAIGN, campaigns),
                claims,
                promises,
                ids);
    }

    @Bean
    ClaimDesk claimDesk(Offers offers, Claims claims, ClaimProperties properties) {
        return new ClaimDesk(register(OfferId.OFFER, offers), claims, properties.heldFor());
    }

    private <I extends Id, T extends Resource<I>> Register<I, T> register(Kind kind, Resources<I, T> resources) {
        return new Register<>(kind, resources, trail);
    }
}
