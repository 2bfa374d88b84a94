package io.factmatrix.gateway.domain.watch;

import static io.factmatrix.ledger.domain.event.Field.CREATOR;
import static io.factmatrix.ledger.domain.event.Field.KOL;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.domain.event.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final Sight OF_KOL = new Sight("a", Set.of(KOL), Map.of("n", 1));
    private static final Sight OF_BOTH = new Sight("b", Set.of(KOL, CREATOR), Map.of("n", 1));
    private static final Set<Field> BOTH = Set.of(KOL, CREATOR);

    @Test
    void whatWasThereBeforeAnybodyLookedIsNoNews() {
        var news = News.of(List.of(), Set.of(KOL), new Look(List.of(OF_KOL, OF_BOTH), BOTH));
        assertThat(news.found()).containsExactly(OF_KOL);
        assertThat(news.known()).containsExactly(OF_BOTH);
        assertThat(news.seen()).containsExactly(OF_KOL, OF_BOTH);
    }

    @Test
    void whatAFieldThatIsAwayHidesIsNotGone() {
        assertThat(News.of(List.of(OF_KOL, OF_BOTH), BOTH, new Look(List.of(), Set.of(KOL)))
                        .gone())
                .containsExactly(OF_KOL);
        assertThat(News.of(List.of(OF_KOL, OF_BOTH), BOTH, new Look(List.of(), BOTH))
                        .gone())
                .containsExactlyInAnyOrder(OF_KOL, OF_BOTH);
    }

    @Test
    void whatIsAsItWasIsNoNews() {
        var news = News.of(List.of(OF_KOL), BOTH, new Look(List.of(OF_KOL), BOTH));
        assertThat(news.seen()).isEmpty();
        assertThat(news.gone()).isEmpty();
        var other = new Sight("a", Set.of(KOL), Map.of("n", 2));
        assertThat(News.of(List.of(OF_KOL), BOTH, new Look(List.of(other), BOTH))
                        .changed())
                .containsExactly(other);
    }
}
