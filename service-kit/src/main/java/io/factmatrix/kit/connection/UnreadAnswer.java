package io.factmatrix.kit.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes the connection of a client that has an answer before it and takes nothing of it for some time. */
final class UnreadAnswer extends IdleStateHandler {

    UnreadAnswer(Duration within) {
        // A long answer that a slow client takes a part of is no idleness: the output is observed.
        super(true, 0, within.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        var pending = context.channel().unsafe().outboundBuffer();
        if (pending != null && pending.totalPendingWriteBytes() > 0) {
            var unused = context.close();
        }
    }
}
