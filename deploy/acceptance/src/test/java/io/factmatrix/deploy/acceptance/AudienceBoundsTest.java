package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command that anyone can run, in small. */
@ExtendWith(RunningStack.Shared.class)
class AudienceBoundsTest {

    private final RunningStack stack;

    AudienceBoundsTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void fewAreExactAndOfManyTheBoundsHold() {
        var bounds = new AudienceBounds(stack.newMerchant(), 5);
        var few = bounds.look(200, 2);
        var many = bounds.look(12_000, 2);

        assertThat(bounds.wrong()).isEmpty();
        assertThat(few.estimates()).isZero();
        assertThat(few.exact()).isEqualTo(2 * 4 * (5 + 5 + 26 + 1));
        assertThat(few.width()).isZero();
        assertThat(many.estimates()).isGreaterThan(20);
        // Of one case they hang together.
        assertThat(many.inside()).isGreaterThanOrEqualTo(many.estimates() * 8 / 10);
        assertThat(many.width()).isBetween(0.01, 0.1);
    }

    /** What a case says of itself is what the oracle says of its events. */
    @Test
    void aCaseKnowsWhomItReached() {
        var one = new AudienceCase("x", 700, LocalDate.of(2025, 3, 29));
        var events = new ArrayList<Event>();
        one.send(50, events::addAll);

        assertThat(one.truth().expected()).isEqualTo(new Oracle(events).audience(one.query()));
        assertThat(events).hasSizeGreaterThan(900);
    }
}
