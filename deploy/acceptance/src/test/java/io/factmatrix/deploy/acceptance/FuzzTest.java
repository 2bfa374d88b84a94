package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.deploy.acceptance.fuzz.Caller;
import io.factmatrix.deploy.acceptance.fuzz.FuzzCommand;
import io.factmatrix.deploy.acceptance.fuzz.Fuzzing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scorecard 23 in small; {@link FuzzCommand} does it in full. */
@ExtendWith(RunningStack.Shared.class)
class FuzzTest {

    private static final int REQUESTS = 1_000;
    private static final long SEED = 23;

    private final RunningStack stack;

    FuzzTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void everyAnswerIsAsDocumented() {
        var merchant = stack.newMerchant().merchant();
        var callers = Stream.of(
                        "integration", "operator", "content", "goods", "creators", "ads", "service", "admin", "")
                .map(role -> Caller.of(stack.token(merchant, List.of(role))))
                .toList();

        var outcome = new Fuzzing(stack.gateway(), callers, merchant, SEED).run(REQUESTS);

        assertThat(outcome.wrong()).isEmpty();
        // Nothing would be wrong either with requests of which nothing ever comes.
        assertThat(outcome.statuses().getOrDefault(200, 0)).isGreaterThan(REQUESTS / 10);
        assertThat(outcome.statuses()).containsKeys(201, 304, 400, 401, 403, 404, 405, 406, 409, 412, 415);
    }
}
