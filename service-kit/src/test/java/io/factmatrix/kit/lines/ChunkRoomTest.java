package io.factmatrix.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChunkRoomTest {

    private static final ChunkSize WHOLE = new ChunkSize(5_000, 1024 * 1024);

    @Test
    void fewBodiesHaveWholeChunksAndManyHaveParts() {
        var room = new ChunkRoom(4 * 1024 * 1024);
        assertThat(room.share(WHOLE)).isEqualTo(WHOLE);
        enter(room, 4);
        assertThat(room.share(WHOLE)).isEqualTo(WHOLE);
        enter(room, 4);
        assertThat(room.share(WHOLE)).isEqualTo(new ChunkSize(2_500, 512 * 1024));
        enter(room, 1000);
        assertThat(room.share(WHOLE)).isEqualTo(new ChunkSize(625, 128 * 1024));
    }

    /** Until it is closed, and no more than once. */
    @Test
    void aBodyTakesRoomWhenItHasFilledAChunk() {
        var room = new ChunkRoom(1024 * 1024);
        var reader =
                new ChunkReader(EventLines.LONGEST_BODY, new NdjsonSplitter(), null, new ChunkSize(2, 100_000), room);
        enter(room, 1);
        feed(reader, "a\n");
        assertThat(room.share(WHOLE)).isEqualTo(WHOLE);
        feed(reader, "a\na\na\na\n");
        assertThat(room.share(WHOLE)).isEqualTo(new ChunkSize(2_500, 512 * 1024));
        reader.close();
        reader.close();
        assertThat(room.share(WHOLE)).isEqualTo(WHOLE);
        enter(room, 1);
        assertThat(room.share(WHOLE)).isEqualTo(new ChunkSize(2_500, 512 * 1024));
    }

    private static void feed(ChunkReader reader, String piece) {
        reader.chunks(piece.getBytes(StandardCharsets.UTF_8))
                .forEach(chunk -> assertThat(chunk.lines()).hasSize(2));
    }

    private static void enter(ChunkRoom room, int bodies) {
        for (int at = 0; at < bodies; at++) {
            room.enter();
        }
    }
}
