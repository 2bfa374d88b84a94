package io.factmatrix.kit.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.kit.idempotency.Answer;
import io.factmatrix.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AttemptsTest {

    private static final Answer DONE = new Answer(200, null, null, "{}");
    private final ProblemException refusal = new ProblemException(409, "no", "no");

    private final List<String> told = new ArrayList<>();

    private final Consent consent = new Consent() {
        @Override
        public Map<String, Object> remarks() {
            return Map.of();
        }

        @Override
        public Mono<Void> end() {
            return Mono.fromRunnable(() -> told.add("ended"));
        }
    };

    private static Consultation asking(Mono<Consent> answer) {
        return new Consultation() {
            @Override
            protected Mono<Consent> consent() {
                return answer;
            }
        };
    }

    private Mono<Answer> attempt(@Nullable Consent given, Mono<Answer> done) {
        told.add(given == null ? "tried" : "tried with consent");
        return given == null ? Mono.error(asking(Mono.just(consent))) : done;
    }

    private Mono<Answer> attempts(Mono<Answer> done) {
        return new Attempts(given -> attempt(given, done), Mono.empty()).answer();
    }

    @Test
    void whatAsksNobodyIsTriedOnce() {
        assertThat(new Attempts(given -> Mono.just(DONE), Mono.empty()).answer().block())
                .isSameAs(DONE);
    }

    @Test
    void withConsentItIsTriedAnewAndTheConsentEnds() {
        assertThat(attempts(Mono.just(DONE)).block()).isSameAs(DONE);
        assertThat(told).containsExactly("tried", "tried with consent", "ended");
    }

    @Test
    void theConsentOfAWriteThatFailsEndsToo() {
        assertThatThrownBy(() -> attempts(Mono.error(refusal)).block()).isSameAs(refusal);
        assertThat(told).containsExactly("tried", "tried with consent", "ended");
    }

    @Test
    void whatAlwaysAsksAnewComesToAnEnd() {
        var asked = asking(Mono.just(consent));
        assertThatThrownBy(() -> attempts(Mono.error(asked)).block())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("write.contended"));
        assertThat(told.stream().filter("ended"::equals)).hasSize(3);
    }

    @Test
    void whoIsRefusedBesideHisOwnFirstRequestIsAnsweredAsThatWas() {
        var refused = asking(Mono.error(refusal));
        assertThat(new Attempts(given -> Mono.error(refused), Mono.just(DONE))
                        .answer()
                        .block())
                .isSameAs(DONE);
        assertThatThrownBy(() -> new Attempts(given -> Mono.error(refused), Mono.empty())
                        .answer()
                        .block())
                .isSameAs(refusal);
    }
}
