package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.ledger.testing.Answer;
import io.factmatrix.ledger.testing.KillableService;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many who want the same, and fewer of it than there are of them. */
class BurstTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Desk desk = Desk.fresh("operator", "integration");

    /** Asks until there is an answer that stays: as a client does whose connection breaks, or who is told to come again. */
    private static Answer claim(Desk desk, String offer, int client) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> once(desk, offer, client), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Answer> once(Desk desk, String offer, int client) {
        try {
            return Optional.of(desk.claim(offer, "c" + client, "u" + client, 1))
                    .filter(answer -> answer.status() < 500);
        } catch (UncheckedIOException broken) {
            return Optional.empty();
        }
    }

    private static void assertSold(Desk desk, String offer, int stock, List<List<Answer>> answersByClient) {
        int winners = 0;
        for (var answers : answersByClient) {
            var first = answers.get(0);
            if (first.status() == 409) {
                answers.forEach(answer -> assertProblem(answer, 409, "offer.sold_out"));
            } else {
                winners++;
                assertThat(answers)
                        .allSatisfy(answer ->
                                assertThat(answer.text()).isEqualTo(first.ok().text()));
            }
        }
        assertThat(winners).isEqualTo(stock);
        var shown = desk.get("/offers/" + offer).json();
        assertThat(shown.get("claimed").intValue()).isEqualTo(stock);
        assertThat(shown.get("left").intValue()).isZero();
        assertThat(claims(desk, offer)).hasSize(stock);
    }

    private static List<JsonNode> claims(Desk desk, String offer) {
        return desk.get("/offers/" + offer + "/claims?limit=500").items();
    }

    @Test
    void ofTwoHundredWhoAskThreeTimesEachFiftyGetOne() {
        var offer = desk.offer(50, 1);
        var twice = Desk.atOnce(400, turn -> claim(desk, offer, turn / 2));
        var again = Desk.atOnce(200, turn -> claim(desk, offer, turn));
        assertSold(
                desk,
                offer,
                50,
                IntStream.range(0, 200)
                        .mapToObj(
                                client -> List.of(twice.get(2 * client), twice.get(2 * client + 1), again.get(client)))
                        .toList());
    }

    @Test
    void ofTwoThousandFiveHundredGetOne() {
        var offer = desk.offer(500, 1);
        var answers = Desk.atOnce(2_000, turn -> claim(desk, offer, turn));
        assertSold(desk, offer, 500, answers.stream().map(List::of).toList());
    }

    @Test
    void aServiceThatIsKilledInTheMiddleSellsNothingTwiceAndForgetsNothing() throws InterruptedException {
        try (var service = new KillableService(CampaignService.class, TestStore.create())) {
            service.start();
            var clients = new Desk(service::uri, "m1", "operator");
            // Its first token may have to wait for the issuer's keys.
            await().atMost(PATIENCE).until(() -> clients.get("/offers").status() == 200);
            var offer = clients.offer(500, 1);
            var promised = new CountDownLatch(200);
            var broken = new AtomicInteger();
            var back = new CompletableFuture<Void>();
            var asked = IntStream.range(0, 2_000)
                    .mapToObj(client -> CompletableFuture.supplyAsync(
                            (Supplier<Answer>) () -> {
                                var first = once(clients, offer, client);
                                first.filter(answer -> answer.status() == 201).ifPresent(one -> promised.countDown());
                                return first.orElseGet(() -> {
                                    broken.incrementAndGet();
                                    back.join();
                                    return claim(clients, offer, client);
                                });
                            },
                            Desk.CLIENTS))
                    .toList();
            promised.await();
            service.kill();
            service.start();
            back.complete(null);
            var answers = asked.stream().map(CompletableFuture::join).toList();
            var again = Desk.atOnce(2_000, client -> claim(clients, offer, client));
            // Else nothing was tried.
            assertThat(broken).hasPositiveValue();
            assertSold(
                    clients,
                    offer,
                    500,
                    IntStream.range(0, 2_000)
                            .mapToObj(client -> List.of(answers.get(client), again.get(client)))
                            .toList());
        }
    }
}
