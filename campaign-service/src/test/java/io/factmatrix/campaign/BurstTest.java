package io.factmatrix.campaign;

import static io.factmatrix.ledger.testing.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.ledger.testing.Answer;
import io.factmatrix.ledger.testing.RunningService;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
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
    void aServiceThatStopsInTheMiddleSellsNothingTwice() throws InterruptedException {
        var store = TestStore.create();
        var first = new RunningService(CampaignService.application(), store);
        var uri = new AtomicReference<>(first.uri());
        var clients = new Desk(() -> Objects.requireNonNull(uri.get()), "m1", "operator");
        var offer = clients.offer(60, 1);
        var sold = new CountDownLatch(20);
        var asked = IntStream.range(0, 120)
                .mapToObj(client -> CompletableFuture.supplyAsync(
                        (Supplier<Answer>) () -> {
                            var answer = claim(clients, offer, client);
                            sold.countDown();
                            return answer;
                        },
                        Desk.CLIENTS))
                .toList();
        sold.await();
        first.close();
        var second = new RunningService(CampaignService.application(), store);
        uri.set(second.uri());
        var answers = asked.stream().map(CompletableFuture::join).toList();
        var again = Desk.atOnce(120, client -> claim(clients, offer, client));
        assertSold(
                clients,
                offer,
                60,
                IntStream.range(0, 120)
                        .mapToObj(client -> List.of(answers.get(client), again.get(client)))
                        .toList());
        second.close();
    }
}
