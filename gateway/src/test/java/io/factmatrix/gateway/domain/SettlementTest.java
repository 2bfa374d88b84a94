package io.factmatrix.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.StubService;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a field takes account of the others: here, of kol, which stands at 10. */
class SettlementTest {

    private static final Instant RECORDED = Instant.parse("2026-06-01T00:00:00Z");

    /** Taken in of kol's 10 events, of which so many are due; known to be behind for so many milliseconds. */
    @ParameterizedTest
    @CsvSource({
        "10, 10, 0, false, 10",
        "10, 10, , false, 10",
        "9, 8, 1200, false, 9",
        "9, 9, 0, false, 9",
        "9, 8, 5001, true, 9",
        "9, 8, , true, 9",
        // It has only just heard of what it should have had long ago, as after it was away.
        "8, 9, 3, true, 8",
    })
    void moreThanFiveSecondsBehindIsUnderWay(
            long takenIn, long due, @Nullable Long behind, boolean underWay, String settledTo) {
        var settlement = settlement(takenIn, 0, due, 0, behind);
        assertThat(settlement.isUnderWay()).isEqualTo(underWay);
        assertThat(settlement.isDone()).isEqualTo(takenIn == 10);
        assertThat(settlement.settledTo()).containsEntry("kol", settledTo);
    }

    @Test
    void whatWasToldIsToBeHeard() {
        assertThat(settlement(10, 6, 10, 7, 100L).isUnderWay()).isFalse();
        assertThat(settlement(10, 6, 10, 7, 100L).isDone()).isFalse();
        assertThat(settlement(10, 6, 10, 7, 100L).settledTo()).containsEntry("kol", "9");
        assertThat(settlement(10, 6, 10, 7, 5_001L).isUnderWay()).isTrue();
        assertThat(settlement(10, 7, 10, 7, 5_001L).isUnderWay()).isFalse();
    }

    @Test
    void whatIsNotKnownOfAFieldIsUnderWay() {
        var own = StubService.settled(new Position(1, RECORDED, 0));
        var answer = new FieldFigures(Field.CREATOR, own, Figures.NONE);
        var settlement = new Settlement(answer, Map.of(Field.CREATOR, answer), Set.of(Field.CREATOR));
        assertThat(settlement.isUnderWay()).isTrue();
        assertThat(settlement.isDone()).isFalse();
    }

    /** It may have recorded anything since. */
    @Test
    void whatIsOnlyKnownFromBeforeIsUnderWay() {
        var whole = settlement(10, 0, 10, 0, 0L);
        assertThat(whole.isUnderWay()).isFalse();
        var stale = new Settlement(whole.answer(), whole.known(), EnumSet.complementOf(EnumSet.of(Field.KOL)));
        assertThat(stale.isUnderWay()).isTrue();
    }

    @Test
    void anEmptyLedgerHasNothingToTakeAccountOf() {
        var answer = new FieldFigures(Field.CREATOR, Standing.START, Figures.NONE);
        assertThat(new Settlement(answer, Map.of(), Set.of()).isUnderWay()).isFalse();
        assertThat(new Settlement(answer, Map.of(), Set.of()).isDone()).isTrue();
    }

    private static Settlement settlement(long takenIn, long heard, long due, long told, @Nullable Long behind) {
        var known = new EnumMap<Field, FieldFigures>(Field.class);
        for (var field : Field.values()) {
            known.put(field, new FieldFigures(field, Standing.START, Figures.NONE));
        }
        var kol = StubService.settled(new Position(10, RECORDED, 0));
        known.put(
                Field.KOL,
                new FieldFigures(
                        Field.KOL,
                        new Standing(kol.position(), due, told, kol.settledTo(), kol.heard(), kol.behind()),
                        Figures.NONE));
        var own = StubService.settled(new Position(1, RECORDED, 0));
        var answer = new FieldFigures(
                Field.CREATOR,
                new Standing(
                        own.position(),
                        1,
                        0,
                        with(own.settledTo(), takenIn),
                        with(own.heard(), heard),
                        with(own.behind(), behind)),
                Figures.NONE);
        known.put(Field.CREATOR, answer);
        return new Settlement(answer, known, known.keySet());
    }

    private static Map<Field, Long> with(Map<Field, Long> all, @Nullable Long ofKol) {
        var with = new EnumMap<Field, Long>(all);
        if (ofKol == null) {
            with.remove(Field.KOL);
        } else {
            with.put(Field.KOL, ofKol);
        }
        return with;
    }
}
