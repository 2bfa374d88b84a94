package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What anyone can run against an installation, run against this one. */
@ExtendWith(RunningStack.Shared.class)
class VerifierTest {

    private final RunningStack stack;

    VerifierTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void findsThisInstallationExact() {
        var verdict = new Verifier(stack.newMerchant(), 42, 1500, 60).run();

        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.reads()).isPositive();
    }

    @Test
    void refusesAMerchantThatHasEvents() {
        var merchant = stack.newMerchant();
        Asserting.stored(merchant.ingest(Events.paid("a", "1", "1")), 1);

        assertThat(new Verifier(merchant, 1, 10, 1).run().wrong())
                .singleElement()
                .asString()
                .contains("without events");
    }
}
