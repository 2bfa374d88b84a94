package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scorecard 21, 22 and 27 in small; {@link EdgeCommand} does them in full. */
@ExtendWith(RunningStack.Shared.class)
class EdgeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningStack stack;
    private final String merchant;
    private final String token;

    EdgeTest(RunningStack stack) {
        this.stack = stack;
        this.merchant = stack.newMerchant().merchant();
        this.token = stack.token(merchant, RunningStack.DEFAULT_ROLES);
    }

    @Test
    void whatCouldBeReadInTwoWaysIsRefusedAndNothingBehindItHandled() {
        assertThat(new Probing(stack.gateway(), merchant, token).wrong()).isEmpty();
    }

    @Test
    void aHeadThatDoesNotEndIsToldSo() throws IOException {
        var heard = RawConnection.talk(stack.gateway(), PATIENCE, "GET /readyz HTTP/1.1\r\n");
        assertThat(heard.statuses()).containsExactly(408);
        assertThat(heard.hasCode("request.timeout")).isTrue();
        assertThat(heard.end()).isEqualTo(RawConnection.End.CLOSED);
    }

    /** Its lines before that are decided, and counted in the answer. */
    @Test
    void aBodyThatStandsStillIsToldWhatBecameOfItsBeginning() throws IOException {
        var lines = Events.paid("a", "1", "1.00").json() + "\n"
                + Events.paid("b", "2", "1.00").json() + "\n{\"id\":";
        var heard = RawConnection.talk(stack.gateway(), PATIENCE, """
                POST /v1/merchants/%s/events HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/x-ndjson\r
                Content-Length: 100000\r
                \r
                %s""".formatted(merchant, token, lines));
        assertThat(heard.statuses()).containsExactly(408);
        assertThat(heard.hasCode("request.timeout")).isTrue();
        assertThat(heard.text()).contains("\"received\":2,\"stored\":2");
        assertThat(heard.end()).isEqualTo(RawConnection.End.CLOSED);
    }

    @Test
    void longBodiesAtOnceAreStored() {
        var bodies = new LongBodies(stack.gateway(), merchant, token);
        assertThat(bodies.send(8, 1_000_000, LongBodies.Kind.DUPLICATES).keySet())
                .allMatch(answer -> answer.startsWith("[200]"));
        assertThat(bodies.send(2, 1_000_000, LongBodies.Kind.LINE))
                .isEqualTo(Map.of("[200] \"received\":1,\"stored\":0,\"duplicates\":0,\"rejected\":1 CLOSED", 2));
        assertThat(List.copyOf(bodies.send(1, 200_000_000, LongBodies.Kind.LINE).keySet()))
                .singleElement()
                .asString()
                .startsWith("[413]");
    }

    @Test
    void aLongExportToASlowClientIsWholeAndNotHeldInMemory() {
        long programs = ProcessHandle.current().pid();
        var export = new SlowExport(stack.gateway(), merchant, token, List.of(programs));
        var outcome = export.run(20_000, 2_000_000);
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.rows()).isEqualTo(20_000);
        assertThat(outcome.memory().get(programs)).hasSize(3);
    }
}
