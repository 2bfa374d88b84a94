package io.factmatrix.gateway.application.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.factmatrix.gateway.domain.notification.Notification;
import io.factmatrix.gateway.domain.webhook.Backoff;
import io.factmatrix.gateway.domain.webhook.DeliveryState;
import io.factmatrix.gateway.domain.webhook.Disabling;
import io.factmatrix.gateway.domain.webhook.Endpoint;
import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.EndpointRound;
import io.factmatrix.gateway.domain.webhook.EndpointState;
import io.factmatrix.gateway.domain.webhook.EventType;
import io.factmatrix.gateway.domain.webhook.Health;
import io.factmatrix.gateway.domain.webhook.Outcome;
import io.factmatrix.gateway.domain.webhook.Subscription;
import io.factmatrix.gateway.domain.webhook.Vault;
import io.factmatrix.gateway.store.PostgresDeliveries;
import io.factmatrix.gateway.store.PostgresEndpointRounds;
import io.factmatrix.gateway.store.PostgresEndpoints;
import io.factmatrix.gateway.store.PostgresLanes;
import io.factmatrix.gateway.store.PostgresNotifications;
import io.factmatrix.gateway.store.PostgresRounds;
import io.factmatrix.gateway.store.PostgresSecrets;
import io.factmatrix.gateway.store.PostgresSights;
import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.Actor;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.revision.IfMatch;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.store.StoreThreads;
import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.kit.write.Write;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reaches a receiver, on a real store and by a clock that is put forward. */
class CourierTest {

    private static final Outcome FINE = Outcome.answered(200);
    private static final Outcome BROKEN = Outcome.answered(500);
    private static final AtomicInteger MERCHANTS = new AtomicInteger();
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    private static final InstantSource CLOCK =
            () -> Instant.now().plus(AHEAD.get()).truncatedTo(ChronoUnit.MILLIS);

    private static MerchantTransactions transactions;
    private static PostgresEndpointRounds rounds;
    private static PostgresEndpoints endpoints;
    private static PostgresNotifications notifications;
    private static StoreThreads threads;
    private static EndpointDesk desk;
    private static Postbag postbag;
    private static Vault vault;

    private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MerchantId merchant = MerchantId.of("m" + MERCHANTS.incrementAndGet());
    private volatile Function<Received, Outcome> answer = request -> FINE;

    /** A request, as it came. */
    private record Received(Map<String, String> headers, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        int number() {
            return json().required("data").required("n").intValue();
        }

        String key() {
            return json().required("data").required("key").stringValue();
        }

        String id() {
            return String.valueOf(headers.get("webhook-id"));
        }
    }

    @BeforeAll
    static void start() {
        var store = TestStore.migrated("classpath:db/kit", "classpath:db/gateway");
        var pool = store.pool(12);
        var jdbc = new JdbcTemplate(pool);
        var json = JsonMapper.shared();
        var trail = new AuditTrail(jdbc, json);
        var lanes = new PostgresLanes(jdbc);
        var key = new byte[32];
        vault = Vault.of(Base64.getEncoder().encodeToString(key));
        transactions = TestStore.transactions(pool);
        rounds = new PostgresEndpointRounds(jdbc);
        endpoints = new PostgresEndpoints(jdbc);
        threads = new StoreThreads("test", 8, 1_000);
        notifications = new PostgresNotifications(
                jdbc,
                json,
                told -> CompletableFuture.runAsync(() -> rounds.hasten(told, CLOCK.instant()))
                        .join());
        var secrets = new SigningKeys(new PostgresSecrets(jdbc), vault, new Random(618));
        var watches = new Watches(endpoints, new PostgresRounds(jdbc), new PostgresSights(jdbc, json));
        desk = new EndpointDesk(
                endpoints,
                secrets,
                rounds,
                lanes,
                new PostgresDeliveries(jdbc),
                watches,
                trail,
                new NewIds(new Random(1)));
        postbag = new Postbag(
                transactions, rounds, endpoints, lanes, secrets, new Backoff(new Random(2)), trail, watches, CLOCK);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        threads.close();
    }

    @BeforeEach
    void now() {
        AHEAD.set(Duration.ZERO);
    }

    private EndpointDesk.WithSecret endpoint() {
        return write(write -> desk.add(
                write,
                new Subscription(
                        URI.create("https://merchant.example/"),
                        List.of(EventType.WORK_ITEM_OPENED, EventType.VIEW_CHANGED))));
    }

    private <T> T write(Function<Write, T> work) {
        return transactions.write(
                merchant,
                () -> work.apply(new Write(
                        merchant, new Actor("u", List.of("operator")), CLOCK.instant(), IfMatch.of(List.of()), null)));
    }

    private void tell(String key, int number) {
        write(write -> {
            notifications.add(merchant, notification("work-item.opened", key, number));
            return true;
        });
    }

    private static Notification notification(String type, String key, int number) {
        return new Notification(type, key, Map.of("key", key, "n", number));
    }

    private Courier courier() {
        return new Courier(
                postbag,
                threads,
                (url, headers, body) -> Mono.fromCallable(() -> {
                    var request = new Received(headers, new String(body, UTF_8));
                    // The store is everybody's; what other tests left is none of this one's.
                    if (!request.json().required("merchant").stringValue().equals(merchant.value())) {
                        return FINE;
                    }
                    received.add(request);
                    return answer.apply(request);
                }),
                CLOCK,
                meters);
    }

    private void work() {
        var courier = courier();
        for (var round = take(); round.isPresent(); round = take()) {
            courier.go(round.get()).block();
        }
    }

    private static Optional<EndpointRound> take() {
        return rounds.take(CLOCK.instant(), CLOCK.instant().plus(Postbag.LEASE));
    }

    private static void forward(Duration by) {
        AHEAD.updateAndGet(by::plus);
    }

    private List<String> told() {
        return received.stream()
                .map(request -> request.key() + request.number())
                .toList();
    }

    private List<DeliveryState> states(EndpointId endpoint) {
        return transactions.read(merchant, () -> desk.deliveries(merchant, endpoint, null, null, 500)).stream()
                .map(delivery -> delivery.state())
                .toList();
    }

    @Test
    void whatHappensIsToldOnceSignedAsTheSpecificationSays() throws Exception {
        var added = endpoint();
        var secret = vault.open(merchant, added.endpoint().id(), added.sealed()).text();
        tell("a", 1);
        work();
        work();
        assertThat(received).hasSize(1);
        var request = received.element();
        var headers = new HashMap<String, List<String>>();
        request.headers().forEach((name, value) -> headers.put(name, new ArrayList<>(List.of(value))));
        new Webhook(secret).verify(request.body(), headers);
        assertThat(request.json().required("type").stringValue()).isEqualTo("work-item.opened");
        assertThat(request.json().required("merchant").stringValue()).isEqualTo(merchant.value());
        assertThat(states(added.endpoint().id())).containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void whatFailsHoldsBackLaterOnesOfItsKeyAndNoOthers() {
        endpoint();
        answer = request -> request.key().equals("a") ? BROKEN : FINE;
        tell("a", 1);
        tell("a", 2);
        tell("b", 1);
        work();
        assertThat(told()).containsExactlyInAnyOrder("a1", "b1");
        answer = request -> FINE;
        work();
        assertThat(received).hasSize(2);
        forward(Duration.ofSeconds(6));
        work();
        assertThat(told()).endsWith("a1", "a2");
        assertThat(meters.counter("fact.webhook.attempts", "outcome", "failed").count())
                .isEqualTo(1);
        // Among them what other tests left.
        var delivered =
                meters.counter("fact.webhook.attempts", "outcome", "delivered").count();
        assertThat(delivered).isGreaterThanOrEqualTo(3);
        assertThat(meters.timer("fact.webhook.delay").count()).isEqualTo((long) delivered);
        assertThat(received.stream()
                        .filter(request -> request.key().equals("a"))
                        .map(Received::id))
                .hasSize(3)
                .element(1)
                .isEqualTo(received.stream()
                        .filter(request -> request.key().equals("a"))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    @Test
    void itIsTriedTenTimesInThreeDaysThenTheEndpointIsDisabled() {
        var id = endpoint().endpoint().id();
        answer = request -> BROKEN;
        tell("a", 1);
        tell("b", 2);
        work();
        var begun = CLOCK.instant();
        for (int hour = 0; hour < 24 * 5 && find(id).isEnabled(); hour++) {
            forward(Duration.ofHours(1));
            work();
        }
        assertThat(find(id).disabling()).isEqualTo(Disabling.FAILING);
        assertThat(Duration.between(begun, CLOCK.instant())).isBetween(Duration.ofHours(72), Duration.ofHours(90));
        assertThat(received.stream().filter(request -> request.key().equals("a")))
                .hasSizeBetween(8, 10);
        var health = transactions.read(merchant, () -> desk.health(merchant, id));
        assertThat(health.lastError()).isEqualTo("status: 500 (expected: 2xx)");
        // Nothing is lost: what waits goes when it is enabled, what was given up when it is replayed.
        answer = request -> FINE;
        received.clear();
        write(write -> desk.move(write, id, EndpointState.ENABLED));
        write(write -> desk.replay(write, id, begun.minusSeconds(60)));
        work();
        assertThat(told()).containsExactlyInAnyOrder("a1", "b2");
        assertThat(states(id)).containsOnly(DeliveryState.DELIVERED);
    }

    private Endpoint find(EndpointId id) {
        return transactions.read(merchant, () -> desk.find(merchant, id));
    }

    private static Outcome later(Duration wait) {
        return Outcome.answered(503, wait);
    }

    @Test
    void aReceiverThatAsksForTimeIsLeftAloneWhateverElseHappens() {
        var id = endpoint().endpoint().id();
        answer = request -> later(Duration.ofMinutes(10));
        tell("a", 1);
        work();
        tell("b", 1);
        forward(Duration.ofMinutes(9));
        work();
        assertThat(told()).containsExactly("a1");
        assertThat(health(id).sparedUntil()).isNotNull();
        answer = request -> FINE;
        forward(Duration.ofMinutes(2));
        work();
        assertThat(told()).containsExactlyInAnyOrder("a1", "a1", "b1");
        assertThat(health(id).sparedUntil()).isNull();
    }

    private Health health(EndpointId id) {
        return transactions.read(merchant, () -> desk.health(merchant, id));
    }

    @Test
    void nobodyIsLeftAloneForLongerThanADayNorTriedMoreOftenThanUsual() {
        endpoint();
        answer = request -> later(Duration.ofSeconds(Long.MAX_VALUE / 10));
        tell("a", 1);
        work();
        forward(Duration.ofHours(23));
        work();
        assertThat(received).hasSize(1);
        answer = request -> later(Duration.ofSeconds(1));
        forward(Duration.ofHours(2));
        work();
        assertThat(received).hasSize(2);
        // Its second failure: five minutes, whatever it asks.
        forward(Duration.ofMinutes(4));
        work();
        assertThat(received).hasSize(2);
        forward(Duration.ofMinutes(2));
        work();
        assertThat(received).hasSize(3);
    }

    @Test
    void anotherPlaceIsNotLeftAloneForTheFirst() {
        var id = endpoint().endpoint().id();
        answer = request -> later(Duration.ofHours(10));
        tell("a", 1);
        work();
        write(write -> desk.change(
                write,
                id,
                new Subscription(URI.create("https://other.example/"), List.of(EventType.WORK_ITEM_OPENED))));
        answer = request -> FINE;
        tell("b", 1);
        work();
        assertThat(told()).containsExactlyInAnyOrder("a1", "a1", "b1");
    }

    @Test
    void whoeverAnswersGoneIsToldNothingMoreUntilItIsEnabled() {
        var id = endpoint().endpoint().id();
        answer = request -> Outcome.answered(410);
        tell("a", 1);
        work();
        assertThat(find(id).disabling()).isEqualTo(Disabling.GONE);
        answer = request -> FINE;
        tell("a", 2);
        forward(Duration.ofDays(1));
        work();
        assertThat(received).hasSize(1);
        assertThatThrownBy(() -> write(write -> desk.test(write, id)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("disabled");
        write(write -> desk.move(write, id, EndpointState.ENABLED));
        write(write -> desk.replay(write, id, Instant.now().minusSeconds(3600)));
        work();
        assertThat(told()).containsExactly("a1", "a1", "a2");
    }

    @Test
    void bothSecretsSignWhileTheyOverlapAndTheNewOneAloneAfterwards() throws Exception {
        var added = endpoint();
        var id = added.endpoint().id();
        answer = request -> BROKEN;
        tell("a", 1);
        work();
        var rotated = write(write -> desk.rotate(write, id, Duration.ofHours(24)));
        answer = request -> FINE;
        forward(Duration.ofSeconds(6));
        work();
        var again = List.copyOf(received).get(1);
        var headers = new HashMap<String, List<String>>();
        again.headers().forEach((name, value) -> headers.put(name, new ArrayList<>(List.of(value))));
        for (var sealed : List.of(added.sealed(), rotated.sealed())) {
            new Webhook(vault.open(merchant, id, sealed).text()).verify(again.body(), headers);
        }
        forward(Duration.ofHours(25));
        tell("a", 2);
        work();
        assertThat(List.copyOf(received).get(2).headers().get("webhook-signature"))
                .doesNotContain(" ");
    }

    /** Else whoever changes it would wait for the round, and the round for the endpoint. */
    @Test
    void anEndpointThatIsBeingChangedIsNotWaitedFor() {
        var id = endpoint().endpoint().id();
        var round = take().orElseThrow();
        transactions.write(merchant, () -> {
            endpoints.hold(merchant, id);
            var looking = CompletableFuture.supplyAsync(() -> postbag.fill(round));
            await().until(looking::isDone);
            assertThat(looking.join()).isEmpty();
            return id;
        });
    }

    @Test
    void whoeverIsKilledBetweenSendingAndRecordingLosesNothing() {
        endpoint();
        tell("a", 1);
        var round = take().orElseThrow();
        var killed = new Courier(
                        postbag,
                        threads,
                        (url, headers, body) -> {
                            received.add(new Received(headers, new String(body, UTF_8)));
                            return Mono.never();
                        },
                        CLOCK,
                        meters)
                .go(round)
                .subscribe();
        await().until(() -> received.size() == 1);
        killed.dispose();
        work();
        assertThat(received).hasSize(1);
        forward(Postbag.LEASE.plusSeconds(1));
        work();
        assertThat(received.stream().map(Received::id).distinct()).hasSize(1);
        assertThat(received).hasSize(2);
        work();
        assertThat(received).hasSize(2);
    }

    @Test
    void manySendersDeliverEverythingAndNoKeyOutOfOrder() {
        var id = endpoint().endpoint().id();
        var dice = new Random(7);
        answer = request -> {
            synchronized (dice) {
                return dice.nextInt(5) == 0 ? BROKEN : FINE;
            }
        };
        int keys = 8;
        int each = 12;
        var tellers = IntStream.range(0, keys)
                .mapToObj(key -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, each).forEach(number -> tell("k" + key, number))))
                .toList();
        for (int turn = 0; turn < 400 && (!allDone(tellers) || states(id).contains(DeliveryState.PENDING)); turn++) {
            IntStream.range(0, 3)
                    .mapToObj(sender -> CompletableFuture.runAsync(this::work))
                    .toList()
                    .forEach(CompletableFuture::join);
            forward(Duration.ofMinutes(6));
        }
        assertThat(states(id)).hasSize(keys * each).containsOnly(DeliveryState.DELIVERED);
        var byKey = received.stream().collect(groupingBy(Received::key, mapping(Received::number, toList())));
        byKey.forEach((key, numbers) -> assertThat(numbers)
                .as(key)
                .isSorted()
                .containsAll(IntStream.range(0, each).boxed().toList()));
    }

    private static boolean allDone(List<CompletableFuture<Void>> tellers) {
        return tellers.stream().allMatch(CompletableFuture::isDone);
    }

    @Test
    void theLatestIsToldInThePlaceOfWhatIsNotToldYetAndWaitsAsThatDid() {
        var id = endpoint().endpoint().id();
        answer = request -> BROKEN;
        latest(1);
        work();
        latest(2);
        latest(3);
        work();
        assertThat(told()).containsExactly("view1");
        answer = request -> FINE;
        forward(Duration.ofSeconds(6));
        work();
        assertThat(told()).containsExactly("view1", "view3");
        assertThat(states(id))
                .containsExactly(DeliveryState.DELIVERED, DeliveryState.SUPERSEDED, DeliveryState.SUPERSEDED);
    }

    private void latest(int number) {
        write(write -> {
            notifications.addLatest(merchant, notification("view.changed", "view", number));
            return true;
        });
    }

    @Test
    void whatIsNotCommittedIsNotTold() {
        endpoint();
        assertThatThrownBy(() -> write(write -> {
                    notifications.add(merchant, notification("work-item.opened", "a", 1));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        work();
        assertThat(received).isEmpty();
    }

    @Test
    void whoAsksForOtherThingsIsNotToldNorIsAnotherMerchant() {
        endpoint();
        write(write -> {
            notifications.add(merchant, notification("conflict.found", "a", 1));
            return true;
        });
        var other = MerchantId.of("other-" + merchant.value());
        transactions.write(other, () -> {
            notifications.add(other, notification("work-item.opened", "a", 1));
            return true;
        });
        work();
        assertThat(received).isEmpty();
    }

    @Test
    void aReplayTellsWhatWasToldAgainUnderItsOwnId() {
        var id = endpoint().endpoint().id();
        var begun = Instant.now().minusSeconds(60);
        tell("a", 1);
        tell("a", 2);
        tell("b", 1);
        work();
        assertThat(this.<Integer>write(write -> desk.replay(write, id, begun))).isEqualTo(3);
        assertThat(this.<Integer>write(write -> desk.replay(write, id, begun))).isZero();
        work();
        assertThat(received).hasSize(6);
        assertThat(received.stream().map(Received::id).distinct()).hasSize(3);
        assertThat(received.stream()
                        .filter(request -> request.key().equals("a"))
                        .map(Received::number))
                .containsExactly(1, 2, 1, 2);
        assertThat(this.<Integer>write(write ->
                        desk.replay(write, id, List.copyOf(received).get(0).id())))
                .isOne();
        assertThatThrownBy(() -> write(write -> desk.replay(write, id, "msg_none")))
                .hasMessageContaining("delivery: msg_none");
    }

    @Test
    void anEndpointThatIsRemovedIsForgottenWithAllThatWaits() {
        var id = endpoint().endpoint().id();
        tell("a", 1);
        write(write -> desk.remove(write, id));
        work();
        assertThat(received).isEmpty();
    }
}
