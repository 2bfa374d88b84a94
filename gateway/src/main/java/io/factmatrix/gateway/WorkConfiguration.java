package io.factmatrix.gateway;

import io.factmatrix.gateway.application.FieldLedgers;
import io.factmatrix.gateway.application.MerchantPlans;
import io.factmatrix.gateway.application.OwnCalls;
import io.factmatrix.gateway.application.ViewsOverTime;
import io.factmatrix.gateway.application.round.Rota;
import io.factmatrix.gateway.application.work.Detecting;
import io.factmatrix.gateway.application.work.DryRuns;
import io.factmatrix.gateway.application.work.Lookout;
import io.factmatrix.gateway.application.work.OpenDeals;
import io.factmatrix.gateway.application.work.RuleDesk;
import io.factmatrix.gateway.application.work.WorkDesk;
import io.factmatrix.gateway.application.work.WorkProperties;
import io.factmatrix.gateway.application.work.WorkRounds;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.gateway.domain.round.Round;
import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.gateway.domain.work.WorkItemId;
import io.factmatrix.gateway.domain.work.WorkItems;
import io.factmatrix.gateway.domain.work.rule.WorkRules;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.kit.write.Register;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work queue. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkProperties.class)
class WorkConfiguration {

    @Bean
    Lookout lookout(FieldLedgers ledgers, ViewsOverTime views, MerchantPlans plans, OpenDeals deals) {
        return new Lookout(ledgers, views, plans, deals);
    }

    @Bean
    WorkDesk workDesk(
            WorkItems workItems, WorkRules workRules, AuditTrail trail, Notifications notifications, NewIds ids) {
        return new WorkDesk(
                workItems, workRules, new Register<>(WorkItemId.WORK_ITEM, workItems, trail), notifications, ids);
    }

    @Bean
    RuleDesk ruleDesk(WorkRules workRules, AuditTrail trail) {
        return new RuleDesk(workRules, trail);
    }

    @Bean
    Detecting detecting(
            Lookout lookout,
            OwnCalls own,
            WorkRules workRules,
            WorkDesk workDesk,
            MerchantReads reads,
            MerchantTransactions transactions,
            StoreThreads writeThreads) {
        return new Detecting(lookout, own, workRules, workDesk, reads, transactions, writeThreads);
    }

    @Bean
    DryRuns dryRuns(Lookout lookout, OwnCalls own) {
        return new DryRuns(lookout, own, InstantSource.system());
    }

    /** On threads that nothing else has at the gateway. */
    @Bean
    WorkRounds workRounds(Rounds rounds, Detecting detecting, StoreThreads settleThreads, WorkProperties work) {
        return new WorkRounds(rounds, detecting, settleThreads, work);
    }

    @Bean
    Rota<Round> workRota(WorkRounds workRounds) {
        return workRounds.rota();
    }
}
