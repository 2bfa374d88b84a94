package io.factmatrix.plan;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.http.KeptFields;
import io.factmatrix.ledger.peers.PeersProperties;
import io.factmatrix.plan.application.Clearing;
import io.factmatrix.plan.application.Looking;
import io.factmatrix.plan.application.OtherFields;
import io.factmatrix.plan.application.OwnField;
import io.factmatrix.plan.application.PromiseDesk;
import io.factmatrix.plan.application.RememberedRules;
import io.factmatrix.plan.domain.Announcements;
import io.factmatrix.plan.domain.KeptPromises;
import io.factmatrix.plan.domain.Rulebooks;
import io.factmatrix.plan.domain.calendar.Calendar;
import io.factmatrix.plan.http.PlanHttpConfiguration;
import io.factmatrix.plan.peers.HttpOtherFields;
import io.factmatrix.plan.store.PostgresAnnouncements;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.ObjectMapper;

/** The plans of a field. A service imports it beside its ledger, and gives its {@link KeptPromises} and its {@link Calendar}. */
@Configuration(proxyBeanMethods = false)
@Import(PlanHttpConfiguration.class)
public class PlanConfiguration {

    /** Many times as long as a write takes; those of a service that was killed hold for so long. */
    private static final Duration UNTIL_OLD = Duration.ofSeconds(30);

    @Bean
    Announcements announcements(JdbcTemplate jdbc, ObjectMapper json) {
        return new PostgresAnnouncements(jdbc, json, UNTIL_OLD);
    }

    @Bean
    OwnField ownField(
            KeptFields kept,
            KeptPromises promises,
            Calendar calendar,
            Announcements announcements,
            ObjectProvider<Rulebooks> rulebooks,
            MerchantTransactions transactions,
            StoreThreads readThreads,
            StoreThreads writeThreads) {
        return new OwnField(
                promising(kept),
                promises,
                calendar,
                announcements,
                rulebooks.getIfAvailable(() -> Rulebooks.ELSEWHERE),
                transactions,
                readThreads,
                writeThreads);
    }

    /** What no field can claim promises nothing. */
    private static Field promising(KeptFields kept) {
        return kept.fields().stream()
                .filter(field -> field != Field.UNATTRIBUTED)
                .findFirst()
                .orElseThrow();
    }

    @Bean
    OtherFields otherFields(WebClient peerHttp, PeersProperties peers, CircuitBreakerRegistry peerBreakers) {
        return new HttpOtherFields(peerHttp, peers, peerBreakers);
    }

    @Bean
    PromiseDesk promiseDesk(
            Announcements announcements, OwnField own, OtherFields others, NewIds ids, MeterRegistry meters) {
        var clock = InstantSource.system();
        var looking = new Looking(own, others, new RememberedRules(clock));
        return new PromiseDesk(announcements, new Clearing(own, looking, ids, clock, meters));
    }
}
