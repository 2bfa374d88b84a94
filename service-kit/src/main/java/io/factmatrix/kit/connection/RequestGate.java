package io.factmatrix.kit.connection;

import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before Netty's codec and hands on one request after the other: the head when it is there whole and well-framed, with its
 * body whole, too, or as it comes where it is streamed; the next request when the one before was answered. So nothing is queued
 * behind it, and a refusal never stands among the answers to others.
 *
 * <p>What is refused before it was handed on is answered here. A streamed body that breaks off is told to the application as an
 * error of the body: only it knows what became of the beginning. After either, nothing of the connection is read as a request any more.
 */
final class RequestGate extends ChannelDuplexHandler {

    private static final Logger log = LoggerFactory.getLogger(RequestGate.class);

    /** Until a connection is closed whose client may still be sending: closed at once, it would lose the answer (RFC 9112, 9.6). */
    private static final long LINGER = TimeUnit.SECONDS.toNanos(2);

    /** That what we were too slow to look at is looked at before a client is called slow. */
    private static final long SECOND_LOOK = TimeUnit.MILLISECONDS.toNanos(200);

    /** Of the next requests, while one is being answered. */
    private static final int MOST_AHEAD = 64 * 1024;

    private static final ByteBuf CONTINUE = Unpooled.unreleasableBuffer(
            Unpooled.copiedBuffer("HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII));

    private enum Phase {
        /** Nothing of a request is there. */
        IDLE,
        HEAD,
        /** A body that is handed on whole. */
        GATHERING,
        /** A body that is handed on as it comes. */
        STREAMING,
        /** The request was handed on whole. */
        ANSWERING,
        /** The application was told that the body broke off. */
        BROKEN,
        /** All is said; what still comes is not looked at. */
        LINGERING
    }

    private final ConnectionProperties limits;
    private final List<BodyLimit> bodies;
    private final ProblemAnswer problems;
    private final Patience patience;

    private @Nullable ChannelHandlerContext context;
    private Phase phase = Phase.IDLE;
    private HeadReader reader;
    private @Nullable RequestHead head;
    private @Nullable ChunkedBody chunks;
    private ByteBuf held = Unpooled.EMPTY_BUFFER;
    /** Offset in {@code held} behind what of a gathered body was looked at. */
    private int looked;
    /** Bytes of a streamed body that are still to come, where its length is known. */
    private long toCome;

    private long mostData;
    private boolean answerBegun;
    private boolean handedOn;
    /** Why a streamed body broke off, until the application is told. */
    private @Nullable ProblemException broken;

    private long deadline = Long.MAX_VALUE;
    private @Nullable Future<?> alarm;
    private long alarmAt;
    private boolean lookedTwice;

    RequestGate(ConnectionProperties limits, List<BodyLimit> bodies, ProblemAnswer problems) {
        this.limits = limits;
        this.bodies = bodies;
        this.problems = problems;
        this.patience = new Patience(limits);
        this.reader = new HeadReader(limits);
    }

    // ── Bytes come ─────────────────────────────────────────────────────────

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        if (added.channel().isActive()) {
            opened(added);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        opened(context);
        context.fireChannelActive();
    }

    private void opened(ChannelHandlerContext context) {
        until(now(context) + limits.headWithin().toNanos());
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        if (phase == Phase.LINGERING || phase == Phase.BROKEN) {
            bytes.release();
            return;
        }
        if (phase == Phase.GATHERING || phase == Phase.STREAMING) {
            patience.received(now(context), bytes.readableBytes());
        }
        held = held.isReadable()
                ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), held, bytes)
                : take(bytes);
        advance(context);
    }

    private ByteBuf take(ByteBuf bytes) {
        held.release();
        return bytes;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        readOn(context);
    }

    /** The codec flushes and reads by this; without it, it would wait. */
    private void readOn(ChannelHandlerContext context) {
        if (handedOn) {
            handedOn = false;
            context.fireChannelReadComplete();
        }
        switch (phase) {
            case IDLE, HEAD, LINGERING -> context.read();
            case GATHERING -> {
                await(context);
                context.read();
            }
            case STREAMING, ANSWERING, BROKEN -> {}
        }
    }

    /** Who was handed a request asks for more of it. */
    @Override
    public void read(ChannelHandlerContext context) {
        switch (phase) {
            case STREAMING -> {
                await(context);
                context.read();
            }
            case ANSWERING -> {
                if (held.readableBytes() < MOST_AHEAD) {
                    context.read();
                }
            }
            case IDLE, HEAD, GATHERING, LINGERING -> context.read();
            case BROKEN -> tellWhenAsked(context);
        }
    }

    private void await(ChannelHandlerContext context) {
        if (!patience.isWaiting()) {
            patience.await(now(context));
            until(now(context) + patience.left(now(context)));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        silence();
        drop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        silence();
        drop();
    }

    private void drop() {
        held.release();
        held = Unpooled.EMPTY_BUFFER;
    }

    // ── Requests are made of them ──────────────────────────────────────────

    private void advance(ChannelHandlerContext context) {
        try {
            while (held.isReadable() && step(context)) {}
        } catch (ProblemException refusal) {
            refuse(refusal);
        }
        if (!held.isReadable()) {
            drop();
        }
    }

    /** Whether there is more to do with what is held. */
    private boolean step(ChannelHandlerContext context) {
        return switch (phase) {
            case IDLE, HEAD -> readHead(context);
            case GATHERING -> gather(context);
            case STREAMING -> stream(context);
            case ANSWERING, BROKEN, LINGERING -> false;
        };
    }

    private boolean readHead(ChannelHandlerContext context) {
        var read = reader.read(held);
        if (read != null) {
            begin(context, read);
            return true;
        }
        if (phase == Phase.IDLE && reader.hasBegun()) {
            phase = Phase.HEAD;
            until(now(context) + limits.headWithin().toNanos());
        }
        return false;
    }

    private void begin(ChannelHandlerContext context, RequestHead read) {
        head = read;
        answerBegun = false;
        deadline = Long.MAX_VALUE;
        if (!read.hasBody()) {
            phase = Phase.ANSWERING;
            handOn(context, read.length());
            return;
        }
        mostData = BodyLimit.of(bodies, limits.longestBody().toBytes(), read);
        if (read.contentLength() > mostData) {
            throw ProblemException.bodyTooLong(mostData);
        }
        chunks = read.chunked() ? new ChunkedBody(mostData) : null;
        patience.renew();
        if (BodyLimit.isStreamed(mostData)) {
            phase = Phase.STREAMING;
            toCome = read.contentLength();
            handOn(context, read.length());
        } else {
            phase = Phase.GATHERING;
            looked = read.length();
            if (read.expectsContinue() && held.readableBytes() == read.length()) {
                var unused = context.writeAndFlush(CONTINUE.duplicate(), context.voidPromise());
            }
        }
    }

    private boolean gather(ChannelHandlerContext context) {
        var known = head;
        if (known == null) {
            throw new IllegalStateException("No head of " + phase);
        }
        if (!isWhole(known)) {
            return false;
        }
        phase = Phase.ANSWERING;
        // It was answered here.
        int expected = known.expectTo() - known.expectFrom();
        if (expected > 0) {
            handOn(context, known.expectFrom());
            held.skipBytes(expected);
            handOn(context, looked - known.expectTo());
        } else {
            handOn(context, looked);
        }
        return true;
    }

    private boolean isWhole(RequestHead known) {
        var framing = chunks;
        int from = held.readerIndex();
        if (framing == null) {
            looked = (int) (known.length() + known.contentLength());
            return held.readableBytes() >= looked;
        }
        looked = framing.read(held, from + looked, held.writerIndex()) - from;
        // Chunks of a byte each take six times what they hold.
        if (looked - known.length() > 2 * mostData) {
            throw ProblemException.bodyTooLong(mostData);
        }
        return framing.hasEnded();
    }

    private boolean stream(ChannelHandlerContext context) {
        var framing = chunks;
        int some;
        boolean whole;
        if (framing == null) {
            some = (int) Math.min(toCome, held.readableBytes());
            toCome -= some;
            whole = toCome == 0;
        } else {
            some = framing.read(held, held.readerIndex(), held.writerIndex()) - held.readerIndex();
            whole = framing.hasEnded();
        }
        if (whole) {
            phase = Phase.ANSWERING;
            deadline = Long.MAX_VALUE;
        }
        handOn(context, some);
        return true;
    }

    private void handOn(ChannelHandlerContext context, int length) {
        handedOn = true;
        context.fireChannelRead(held.readRetainedSlice(length));
    }

    // ── Answers go ─────────────────────────────────────────────────────────

    /** The application answers; with a body still to come, this is the connection's last answer. */
    void answerBegins(HttpResponse answer) {
        answerBegun = true;
        if (phase != Phase.ANSWERING) {
            answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    /** The answer was written out; what ends the exchange behind the codec comes first. */
    void answerEnded() {
        var to = context;
        if (to != null) {
            to.executor().execute(() -> next(to));
        }
    }

    private void next(ChannelHandlerContext context) {
        if (context.isRemoved() || !context.channel().isActive()) {
            return;
        }
        switch (phase) {
            case ANSWERING -> {
                phase = Phase.IDLE;
                reader = new HeadReader(limits);
                head = null;
                chunks = null;
                until(now(context) + limits.idle().toNanos());
                advance(context);
                readOn(context);
            }
            case STREAMING, BROKEN -> linger(context);
            case IDLE, HEAD, GATHERING, LINGERING -> {}
        }
    }

    /** Whoever closes: an answer that was given is not torn away from a client that still sends. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        boolean mayBeSending = answerBegun && (phase == Phase.STREAMING || phase == Phase.BROKEN || held.isReadable());
        if (phase != Phase.LINGERING && !mayBeSending) {
            var unused = context.close(promise);
            return;
        }
        linger(context);
        var unused = context.channel().closeFuture().addListener(closed -> promise.trySuccess());
    }

    // ── Refusals ───────────────────────────────────────────────────────────

    /** Ends the connection with that answer; or has the application give it, if it has the beginning of the request. */
    void refuse(ProblemException refusal) {
        var to = context;
        if (to == null || phase == Phase.LINGERING || phase == Phase.BROKEN) {
            return;
        }
        log.debug("{} refused: {}", to.channel().remoteAddress(), refusal.detail());
        deadline = Long.MAX_VALUE;
        if (phase == Phase.STREAMING) {
            phase = Phase.BROKEN;
            drop();
            broken = refusal;
            tellWhenAsked(to);
            return;
        }
        var answer = problems.of(refusal, !"HEAD".equals(reader.method()), to.alloc());
        phase = Phase.LINGERING;
        drop();
        var unused = to.writeAndFlush(answer).addListener(written -> endOutput(to));
        until(now(to) + LINGER);
    }

    /**
     * That the body broke off is told when more of it is asked for, which Reactor Netty does by auto-read: before anybody has
     * subscribed to the body, it would end the connection without an answer.
     */
    private void tellWhenAsked(ChannelHandlerContext context) {
        var told = broken;
        if (told != null && context.channel().config().isAutoRead()) {
            broken = null;
            context.executor().execute(() -> context.fireExceptionCaught(told));
        }
    }

    private void linger(ChannelHandlerContext context) {
        if (phase != Phase.LINGERING) {
            phase = Phase.LINGERING;
            drop();
            endOutput(context);
            until(now(context) + LINGER);
            context.read();
        }
    }

    /** The client sees the end of the answer, and may be read on to its own end. */
    private static void endOutput(ChannelHandlerContext context) {
        if (context.channel() instanceof DuplexChannel channel
                && context.pipeline().get(SslHandler.class) == null) {
            var unused = channel.shutdownOutput();
        }
        context.read();
    }

    // ── Time ───────────────────────────────────────────────────────────────

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }

    /** One alarm at a time: a later deadline is seen when it rings. */
    private void until(long moment) {
        deadline = moment;
        if (alarm == null || alarmAt - moment > 0) {
            silence();
            ring(moment);
        }
    }

    private void ring(long moment) {
        var to = context;
        if (to != null) {
            alarmAt = moment;
            alarm = to.executor().schedule(() -> rang(to), moment - now(to), TimeUnit.NANOSECONDS);
        }
    }

    private void silence() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    private void rang(ChannelHandlerContext context) {
        alarm = null;
        boolean body = phase == Phase.STREAMING || phase == Phase.GATHERING;
        if (deadline == Long.MAX_VALUE || (body && !patience.isWaiting())) {
            return;
        }
        long now = now(context);
        long left = body ? patience.left(now) : deadline - now;
        if (left > 0) {
            lookedTwice = false;
            ring(now + left);
        } else if (lookedTwice || phase == Phase.IDLE || phase == Phase.LINGERING) {
            expired(context);
        } else {
            lookedTwice = true;
            ring(now + SECOND_LOOK);
        }
    }

    private void expired(ChannelHandlerContext context) {
        switch (phase) {
            case HEAD ->
                refuse(late("head: not whole after %d ms (expected: by then)"
                        .formatted(limits.headWithin().toMillis())));
            case GATHERING, STREAMING ->
                refuse(late("body: too slow (expected: %d bytes a second after %d ms)"
                        .formatted(
                                limits.slowestBody().toBytes(),
                                limits.bodyGrace().toMillis())));
            case IDLE, LINGERING -> {
                var unused = context.close();
            }
            case ANSWERING, BROKEN -> {}
        }
    }

    private static ProblemException late(String detail) {
        return new ProblemException(408, "request.timeout", detail);
    }
}
