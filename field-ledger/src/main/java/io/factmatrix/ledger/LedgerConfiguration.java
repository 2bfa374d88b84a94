package io.factmatrix.ledger;

import io.factmatrix.kit.KitConfiguration;
import io.factmatrix.kit.connection.BodyLimit;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreConfiguration;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.kit.write.WriteConfiguration;
import io.factmatrix.ledger.application.Correcting;
import io.factmatrix.ledger.application.Following;
import io.factmatrix.ledger.application.GroupCommit;
import io.factmatrix.ledger.application.OtherLedgers;
import io.factmatrix.ledger.application.ParkedRefunds;
import io.factmatrix.ledger.application.Reading;
import io.factmatrix.ledger.application.Replaying;
import io.factmatrix.ledger.application.Settling;
import io.factmatrix.ledger.application.Sketching;
import io.factmatrix.ledger.domain.Facts;
import io.factmatrix.ledger.domain.Ledgers;
import io.factmatrix.ledger.domain.aftersales.AfterSales;
import io.factmatrix.ledger.domain.arrival.Arrivals;
import io.factmatrix.ledger.domain.conflict.Conflicts;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.TouchpointKinds;
import io.factmatrix.ledger.domain.history.History;
import io.factmatrix.ledger.domain.selection.Selections;
import io.factmatrix.ledger.domain.settlement.Feeds;
import io.factmatrix.ledger.domain.touchpoint.CountedLines;
import io.factmatrix.ledger.domain.touchpoint.TouchpointTotals;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import io.factmatrix.ledger.http.KeptFields;
import io.factmatrix.ledger.http.LedgerHttpConfiguration;
import io.factmatrix.ledger.peers.PeersConfiguration;
import io.factmatrix.ledger.store.PostgresAfterSales;
import io.factmatrix.ledger.store.PostgresArrivals;
import io.factmatrix.ledger.store.PostgresAudiences;
import io.factmatrix.ledger.store.PostgresConflicts;
import io.factmatrix.ledger.store.PostgresCountedLines;
import io.factmatrix.ledger.store.PostgresFacts;
import io.factmatrix.ledger.store.PostgresFeeds;
import io.factmatrix.ledger.store.PostgresFigures;
import io.factmatrix.ledger.store.PostgresHistory;
import io.factmatrix.ledger.store.PostgresLedgers;
import io.factmatrix.ledger.store.PostgresSelections;
import io.factmatrix.ledger.store.PostgresSettlements;
import io.factmatrix.ledger.store.PostgresTouchpointTotals;
import io.factmatrix.ledger.store.PostgresTouchpoints;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger, whole. A field service imports it and says which fields it keeps, and what names their touchpoints. */
@Configuration(proxyBeanMethods = false)
@Import({
    KitConfiguration.class,
    StoreConfiguration.class,
    WriteConfiguration.class,
    LedgerHttpConfiguration.class,
    PeersConfiguration.class
})
public class LedgerConfiguration {

    @Bean
    Ledgers ledgers(JdbcTemplate jdbc) {
        return new PostgresLedgers(jdbc);
    }

    @Bean
    Facts facts(JdbcTemplate jdbc) {
        return new PostgresFacts(jdbc);
    }

    @Bean
    FieldSums fieldSums(JdbcTemplate jdbc) {
        return new PostgresFigures(jdbc);
    }

    @Bean
    Touchpoints touchpoints(JdbcTemplate jdbc) {
        return new PostgresTouchpoints(jdbc);
    }

    @Bean
    Selections selections(JdbcTemplate jdbc) {
        return new PostgresSelections(jdbc);
    }

    @Bean
    AfterSales afterSales(JdbcTemplate jdbc) {
        return new PostgresAfterSales(jdbc);
    }

    @Bean
    Arrivals arrivals(JdbcTemplate jdbc, History history) {
        return new PostgresArrivals(jdbc, history);
    }

    @Bean
    CountedLines countedLines(JdbcTemplate jdbc) {
        return new PostgresCountedLines(jdbc);
    }

    @Bean
    TouchpointTotals touchpointTotals(JdbcTemplate jdbc) {
        return new PostgresTouchpointTotals(jdbc);
    }

    @Bean
    GroupCommit groupCommit(Ledgers ledgers, MerchantTransactions transactions, StoreThreads writeThreads) {
        return new GroupCommit(ledgers, transactions, writeThreads);
    }

    @Bean
    History history(JdbcTemplate jdbc) {
        return new PostgresHistory(jdbc);
    }

    @Bean
    Feeds feeds(JdbcTemplate jdbc) {
        return new PostgresFeeds(jdbc);
    }

    @Bean
    Conflicts conflicts(JdbcTemplate jdbc) {
        return new PostgresConflicts(jdbc);
    }

    @Bean
    Settling settling(JdbcTemplate jdbc, Ledgers ledgers, Feeds feeds, MerchantTransactions transactions) {
        return new Settling(ledgers, new PostgresSettlements(jdbc), feeds, transactions);
    }

    /** On threads of what takes long: views are not to wait for it. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    Sketching sketching(
            JdbcTemplate jdbc, FieldSums sums, MerchantTransactions transactions, StoreThreads replayThreads) {
        return new Sketching(new PostgresAudiences(jdbc), sums, transactions, replayThreads);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    Following following(
            Settling settling,
            Sketching sketching,
            Reading reading,
            OtherLedgers others,
            KeptFields kept,
            StoreThreads settleThreads) {
        return new Following(
                settling, sketching, reading, others, kept.fields(), settleThreads, InstantSource.system());
    }

    /** On threads of what takes long: nobody waits for it. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    ParkedRefunds parkedRefunds(Settling settling, StoreThreads replayThreads) {
        return new ParkedRefunds(settling, replayThreads);
    }

    /** More than five seconds, and views say that they are settling. */
    @Bean
    MeterBinder settlementLag(Following following) {
        return meters -> following
                .sources()
                .forEach(source -> Gauge.builder(
                                "fact.settlement.lag",
                                following,
                                followed -> followed.lag(source).toMillis() / 1e3)
                        .tag("source", source.word())
                        .baseUnit("seconds")
                        .register(meters));
    }

    @Bean
    Reading reading(
            Facts facts,
            FieldSums sums,
            TouchpointKinds kinds,
            Selections selections,
            AfterSales afterSales,
            Arrivals arrivals,
            Feeds feeds,
            Conflicts conflicts,
            MerchantTransactions transactions,
            StoreThreads readThreads,
            StoreThreads positionThreads) {
        return new Reading(
                facts,
                sums,
                kinds,
                selections,
                afterSales,
                arrivals,
                feeds,
                conflicts,
                transactions,
                readThreads,
                positionThreads);
    }

    @Bean
    Replaying replaying(
            Ledgers ledgers,
            History history,
            FieldSums sums,
            OtherLedgers others,
            KeptFields kept,
            MerchantTransactions transactions,
            StoreThreads replayThreads) {
        return new Replaying(ledgers, history, sums, others, kept.fields(), transactions, replayThreads);
    }

    @Bean
    Correcting correcting(
            History history, Replaying replaying, MerchantTransactions transactions, StoreThreads replayThreads) {
        return new Correcting(history, replaying, transactions, replayThreads);
    }

    @Bean
    BodyLimit ingestBody() {
        return BodyLimit.streamed(HttpMethod.POST, "/v1/merchants/{merchant}/events");
    }

    /** As much as is read of a body at once: {@link Replaying#PART} people. */
    @Bean
    BodyLimit firstPurchasesBody() {
        return BodyLimit.atMost(256 * 1024, HttpMethod.POST, "/v1/merchants/{merchant}/fields/{field}/first-purchases");
    }

    /** Some dozens of selections of some hundred names each. */
    @Bean
    BodyLimit salesBody() {
        return BodyLimit.atMost(4 * 1024 * 1024, HttpMethod.POST, "/v1/merchants/{merchant}/fields/{field}/sales");
    }
}
