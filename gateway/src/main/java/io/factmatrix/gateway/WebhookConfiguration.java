package io.factmatrix.gateway;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.MerchantPlans;
import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.application.Statements;
import io.factmatrix.gateway.application.round.Rota;
import io.factmatrix.gateway.application.webhook.ConflictLooking;
import io.factmatrix.gateway.application.webhook.Courier;
import io.factmatrix.gateway.application.webhook.EndpointDesk;
import io.factmatrix.gateway.application.webhook.Postbag;
import io.factmatrix.gateway.application.webhook.Sender;
import io.factmatrix.gateway.application.webhook.SettlementLooking;
import io.factmatrix.gateway.application.webhook.SigningKeys;
import io.factmatrix.gateway.application.webhook.Telling;
import io.factmatrix.gateway.application.webhook.ViewLooking;
import io.factmatrix.gateway.application.webhook.Watch;
import io.factmatrix.gateway.application.webhook.Watchers;
import io.factmatrix.gateway.application.webhook.Watches;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.gateway.domain.round.Round;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.gateway.domain.watch.Sights;
import io.factmatrix.gateway.domain.webhook.Backoff;
import io.factmatrix.gateway.domain.webhook.Deliveries;
import io.factmatrix.gateway.domain.webhook.EndpointRound;
import io.factmatrix.gateway.domain.webhook.EndpointRounds;
import io.factmatrix.gateway.domain.webhook.Endpoints;
import io.factmatrix.gateway.domain.webhook.Lanes;
import io.factmatrix.gateway.domain.webhook.Secrets;
import io.factmatrix.gateway.domain.webhook.Vault;
import io.factmatrix.gateway.sending.SendingConfiguration;
import io.factmatrix.gateway.sending.WebhookProperties;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Webhooks: who is told, how it is sent, and what is watched for them. */
@Configuration(proxyBeanMethods = false)
@Import(SendingConfiguration.class)
class WebhookConfiguration {

    private static final InstantSource CLOCK = InstantSource.system();

    @Bean
    Vault vault(WebhookProperties webhooks) {
        return Vault.of(webhooks.key());
    }

    @Bean
    SigningKeys signingKeys(Secrets secrets, Vault vault) {
        return new SigningKeys(secrets, vault, new SecureRandom());
    }

    @Bean
    Watches watches(Endpoints endpoints, Rounds rounds, Sights sights) {
        return new Watches(endpoints, rounds, sights);
    }

    @Bean
    EndpointDesk endpointDesk(
            Endpoints endpoints,
            SigningKeys secrets,
            EndpointRounds rounds,
            Lanes lanes,
            Deliveries deliveries,
            Watches watches,
            AuditTrail trail,
            NewIds ids) {
        return new EndpointDesk(endpoints, secrets, rounds, lanes, deliveries, watches, trail, ids);
    }

    @Bean
    Postbag postbag(
            MerchantTransactions transactions,
            EndpointRounds rounds,
            Endpoints endpoints,
            Lanes lanes,
            SigningKeys secrets,
            AuditTrail trail,
            Watches watches) {
        return new Postbag(
                transactions,
                rounds,
                endpoints,
                lanes,
                secrets,
                new Backoff(new SecureRandom()),
                trail,
                watches,
                CLOCK);
    }

    @Bean
    Rota<EndpointRound> courierRota(
            Postbag postbag,
            StoreThreads webhookThreads,
            Sender sender,
            MeterRegistry meters,
            WebhookProperties webhooks) {
        return new Courier(postbag, webhookThreads, sender, CLOCK, meters)
                .rota(webhooks.lookEvery(), webhooks.atOnce());
    }

    @Bean
    Telling telling(MerchantTransactions transactions, Sights sights, Notifications notifications) {
        return new Telling(transactions, sights, notifications);
    }

    @Bean
    Watchers watchers(Rounds rounds, StoreThreads webhookThreads, OwnCalls calls, Telling telling) {
        return new Watchers(rounds, webhookThreads, calls, telling);
    }

    @Bean
    Rota<Round> viewRota(Watchers watchers, FieldLedgers ledgers, WebhookProperties webhooks) {
        return watchers.rota(Watch.VIEW, new ViewLooking(ledgers), webhooks.viewEvery());
    }

    @Bean
    Rota<Round> conflictRota(Watchers watchers, FieldLedgers ledgers, MerchantPlans plans, WebhookProperties webhooks) {
        return watchers.rota(Watch.CONFLICTS, new ConflictLooking(ledgers, plans), webhooks.conflictsEvery());
    }

    @Bean
    Rota<Round> settlementRota(Watchers watchers, Statements statements, WebhookProperties webhooks) {
        return watchers.rota(Watch.SETTLEMENTS, new SettlementLooking(statements), webhooks.settlementsEvery());
    }
}
