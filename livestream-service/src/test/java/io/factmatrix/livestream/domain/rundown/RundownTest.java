package io.factmatrix.livestream.domain.rundown;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.livestream.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order of a rundown against a plain list. */
class RundownTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final LineContent NOTHING = new LineContent(null, null, null, null, null, List.of(), List.of());

    private static Rundown with(int lines) {
        var rundown = Rundown.empty(new SessionId("s"), NOW);
        for (int turn = 0; turn < lines; turn++) {
            rundown = rundown.with(id(turn), NOTHING, Place.LAST, NOW);
        }
        return rundown;
    }

    private static LineId id(int number) {
        return new LineId("line " + number);
    }

    private static List<LineId> order(Rundown rundown) {
        assertThat(rundown.lines()).isSortedAccordingTo(Comparator.comparingLong(Line::rank));
        return rundown.lines().stream().map(Line::id).toList();
    }

    private static long unmoved(Rundown before, Rundown after) {
        return after.lines().stream().filter(before.lines()::contains).count();
    }

    @Test
    void anyMoveLeavesTheOrderOfTheOthers() {
        var random = new Random(7);
        var rundown = with(9);
        var expected = new ArrayList<>(order(rundown));
        for (int turn = 0; turn < 5_000; turn++) {
            var moved = id(random.nextInt(9));
            var beside = id(random.nextInt(9));
            boolean before = random.nextBoolean();
            var after = rundown.moved(moved, new Place(beside, before), NOW);
            if (!moved.equals(beside)) {
                expected.remove(moved);
                expected.add(expected.indexOf(beside) + (before ? 0 : 1), moved);
            }
            assertThat(order(after)).isEqualTo(expected);
            rundown = after;
        }
    }

    /** Always between the first two: after some thirty times there is no number left, and all are spread anew, once. */
    @Test
    void aMoveRewritesNoOtherLineButOnceInThirty() {
        var rundown = with(3);
        int spread = 0;
        for (int turn = 0; turn < 300; turn++) {
            var last = rundown.lines().get(2).id();
            var after = rundown.moved(last, new Place(rundown.lines().get(0).id(), false), NOW);
            assertThat(after.place(last)).isEqualTo(2);
            if (unmoved(rundown, after) < 2) {
                spread++;
            }
            rundown = after;
        }
        assertThat(spread).isPositive().isLessThanOrEqualTo(10);
    }

    @Test
    void whatStandsThereAlreadyIsNoMove() {
        var rundown = with(3);
        assertThat(rundown.moved(id(1), new Place(id(0), false), NOW)).isSameAs(rundown);
        assertThat(rundown.moved(id(1), new Place(id(2), true), NOW)).isSameAs(rundown);
        assertThat(rundown.moved(id(1), new Place(id(1), true), NOW)).isSameAs(rundown);
        assertThat(rundown.moved(id(2), Place.LAST, NOW)).isSameAs(rundown);
        assertThat(rundown.with(id(1), NOTHING, NOW)).isSameAs(rundown);
    }
}
