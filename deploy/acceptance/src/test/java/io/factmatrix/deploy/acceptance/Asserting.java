package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What several suites demand of an answer. */
final class Asserting {

    private Asserting() {}

    static void stored(Answer answer, int stored) {
        counted(answer, stored, 0, 0);
    }

    static void counted(Answer answer, int stored, int duplicates, int rejected) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var json = answer.json();
        assertThat(Invariants.ofIngest(json)).isEmpty();
        assertThat(List.of(
                        json.path("stored").asInt(-1),
                        json.path("duplicates").asInt(-1),
                        json.path("rejected").asInt(-1)))
                .as("stored, duplicates, rejected of " + json)
                .containsExactly(stored, duplicates, rejected);
    }

    /** Nothing but these codes, in the order of their lines. */
    static void rejected(Answer answer, String... codes) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(Invariants.ofIngest(answer.json())).isEmpty();
        assertThat(codes(answer)).as(answer.toString()).containsExactly(codes);
    }

    static List<String> codes(Answer answer) {
        var codes = new ArrayList<String>();
        answer.json()
                .path("errors")
                .forEach(error -> codes.add(error.path("code").asString("")));
        return codes;
    }

    static String state(MerchantApi merchant, Event event) {
        var answer = merchant.event(event.field(), event.id());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("state").asString("");
    }

    /** All of it answered by that status as a problem with a stable code. */
    static void problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.headers().getOrDefault("content-type", "")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("code").asString("")).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    }

    /** Every view equals what the oracle says, and holds the invariants; returns their view bytes. */
    static List<String> exact(MerchantApi merchant, Iterable<Event> stored, List<ViewQuery> queries) {
        var bytes = new ArrayList<String>();
        var oracle = new Oracle(stored);
        var invariants = new Invariants();
        for (var query : queries) {
            var answer = whole(merchant, query);
            var view = answer.json();
            assertThat(Differences.between(oracle.view(query), view))
                    .as(query.parameters())
                    .isEmpty();
            assertThat(invariants.ofView(query, view)).as(query.parameters()).isEmpty();
            bytes.add(anyones(merchant, answer));
        }
        return bytes;
    }

    /** Every series by days equals what the oracle says; to be asked once all is settled. */
    static void inSeries(MerchantApi merchant, Iterable<Event> stored, List<ViewQuery> queries) {
        var oracle = new Oracle(stored);
        for (var query : queries) {
            var series = merchant.series(query, "1d");
            assertThat(series.status()).as(series.toString()).isEqualTo(200);
            assertThat(series.json().path("complete").asBoolean()).isTrue();
            assertThat(Series.differences(oracle, query, Series.Step.DAY, series.json()))
                    .as(query.parameters())
                    .isEmpty();
        }
    }

    /** View bytes of each query, comparable between merchants. */
    static List<String> viewBytes(MerchantApi merchant, List<ViewQuery> queries) {
        var bytes = new ArrayList<String>();
        for (var query : queries) {
            var answer = whole(merchant, query);
            assertThat(answer.json().path("merchant").asString("")).isEqualTo(merchant.merchant());
            bytes.add(anyones(merchant, answer));
        }
        return bytes;
    }

    /** Waits until every field takes account of all that the others hold. */
    static void settled(MerchantApi merchant) {
        whole(merchant, History.queries(1, 1).get(0));
    }

    /** A field may be late, or not yet take account of the others, which the view says; then it is asked again. */
    private static Answer whole(MerchantApi merchant, ViewQuery query) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            var answer = merchant.view(query);
                            assertThat(answer.status())
                                    .as(query.parameters() + ": " + answer)
                                    .isEqualTo(200);
                            return answer;
                        },
                        answer -> answer.json().path("complete").asBoolean() && Invariants.isSettled(answer.json()));
    }

    private static String anyones(MerchantApi merchant, Answer answer) {
        return answer.viewBytes().replace("\"merchant\":\"" + merchant.merchant() + "\"", "\"merchant\":\"anyone\"");
    }
}
