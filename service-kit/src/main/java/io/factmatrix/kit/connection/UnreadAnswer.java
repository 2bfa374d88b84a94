package io.factmatrix.kit.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes the connection of a client that has an answer before it and takes nothing of it for some time. That it takes a part of a long
 * message counts, which Netty's own handler overlooks the first time: a view may be one message of megabytes.
 */
final class UnreadAnswer extends ChannelDuplexHandler {

    /** In a row, that find nothing taken: so the connection is closed by a quarter of the time too late at most. */
    private static final int LOOKS = 4;

    private final long betweenLooks;

    private @Nullable Future<?> nextLook;
    private long takenWhole;
    private Standing seen = Standing.NOTHING;
    private int looksInVain;

    UnreadAnswer(Duration within) {
        betweenLooks = within.toNanos() / LOOKS;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        // Who waits for it has the promise.
        var unused = context.write(message, promise.unvoid().addListener(done -> takenWhole++));
        if (nextLook == null) {
            seen = standing(context);
            looksInVain = 0;
            lookLater(context);
        }
    }

    private void lookLater(ChannelHandlerContext context) {
        nextLook = context.executor().schedule(() -> look(context), betweenLooks, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        nextLook = null;
        var standing = standing(context);
        if (standing.waiting == 0) {
            return;
        }
        looksInVain = standing.isBeyond(seen) ? 0 : looksInVain + 1;
        seen = standing;
        if (looksInVain == LOOKS) {
            var unused = context.close();
        } else {
            lookLater(context);
        }
    }

    private Standing standing(ChannelHandlerContext context) {
        var waiting = context.channel().unsafe().outboundBuffer();
        return waiting == null
                ? Standing.NOTHING
                : new Standing(takenWhole, waiting.totalPendingWriteBytes(), waiting.currentProgress());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        lookNoMore();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        lookNoMore();
    }

    private void lookNoMore() {
        if (nextLook != null) {
            nextLook.cancel(false);
            nextLook = null;
        }
    }

    /**
     * How far an answer has come.
     *
     * @param taken messages, by the kernel and whole
     * @param waiting bytes that it has not taken
     * @param progress bytes of the next message that it has
     */
    private record Standing(long taken, long waiting, long progress) {

        static final Standing NOTHING = new Standing(0, 0, 0);

        /** That more is waiting says nothing of the client. */
        boolean isBeyond(Standing earlier) {
            return taken != earlier.taken || waiting < earlier.waiting || progress != earlier.progress;
        }
    }
}
