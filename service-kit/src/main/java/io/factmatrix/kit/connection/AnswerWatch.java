package io.factmatrix.kit.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Stands behind Netty's codec: tells the gate when an answer begins and has ended, and what the codec cannot read. */
final class AnswerWatch extends ChannelDuplexHandler {

    private final RequestGate gate;

    AnswerWatch(RequestGate gate) {
        this.gate = gate;
    }

    /** The gate is stricter than the codec; should it ever not be, the refusal is still a problem. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof DecoderResultProvider decoded
                && decoded.decoderResult().isFailure()) {
            var cause = decoded.decoderResult().cause();
            ReferenceCountUtil.release(message);
            gate.refuse(Malformed.found("request", String.valueOf(cause.getMessage()), "HTTP/1.1"));
            return;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean informational = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (!informational && message instanceof HttpResponse response) {
            gate.answerBegins(response);
        }
        var written = !informational && message instanceof LastHttpContent
                ? promise.unvoid().addListener(done -> gate.answerEnded())
                : promise;
        // Who waits for it has the promise.
        var unused = context.write(message, written);
    }
}
