package io.factmatrix.kit.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** The gate and Netty's codec on a channel whose clock stands still until it is told to move. */
class RequestGateTest {

    private static final String GET = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST /a HTTP/1.1\r\nHost: a\r\n";
    private static final String STREAM = "POST /stream HTTP/1.1\r\nHost: a\r\n";

    private final MockTicker clock = Ticker.newMockTicker();
    private final Application application = new Application();
    private final RequestGate gate = new RequestGate(
            ConnectionPropertiesTest.bound(Map.of()),
            List.of(BodyLimit.streamed(HttpMethod.POST, "/stream")),
            new ProblemAnswer(JsonMapper.shared()));
    private final EmbeddedChannel channel = EmbeddedChannel.builder()
            .ticker(clock)
            .handlers(gate, new HttpServerCodec(), new AnswerWatch(gate), application)
            .build();

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void oneRequestAfterTheOtherIsHandedOn() {
        send(GET + GET + POST + "Content-Length: 3\r\n\r\nabc" + GET);
        assertThat(application.requests).containsExactly("GET /a");
        answer();
        answer();
        assertThat(application.requests).containsExactly("GET /a", "GET /a", "POST /a");
        assertThat(application.body).hasToString("abc");
        answer();
        answer();
        assertThat(application.requests).hasSize(4);
        assertThat(sent()).hasSize(4).allMatch(answer -> answer.startsWith("HTTP/1.1 200 OK"));
        assertThat(channel.isActive()).isTrue();
    }

    /** Behind the answers to what was asked before it. */
    @Test
    void aBadRequestIsRefusedInItsTurn() {
        send(GET + "GET / HTTP/1.1\r\n\r\n" + GET);
        assertThat(sent()).isEmpty();
        answer();
        assertThat(sent())
                .satisfiesExactly(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 200 OK"),
                        answer -> assertThat(answer)
                                .startsWith("HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\n")
                                .contains("\r\nConnection: close\r\n", "\r\nCache-Control: no-store\r\n")
                                .contains("\r\nX-Content-Type-Options: nosniff\r\n", "\"code\":\"request.malformed\""));
        send(GET);
        assertThat(application.requests).hasSize(1);
        pass(Duration.ofSeconds(2));
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void anAnswerToHeadHasNoBody() {
        send("HEAD / HTTP/1.1\r\n\r\n");
        assertThat(sent()).singleElement().asString().endsWith("\r\n\r\n").contains("Content-Length: 1");
    }

    @Test
    void aBodyIsHandedOnWhole() {
        send(POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        assertThat(application.requests).isEmpty();
        send("2\r\nde\r\n0\r\n\r\n");
        assertThat(application.requests).containsExactly("POST /a");
        assertThat(application.body).hasToString("abcde");
    }

    @Test
    void aStreamedBodyIsHandedOnAsItComes() {
        send(STREAM + "Content-Length: 5\r\n\r\nab");
        assertThat(application.body).hasToString("ab");
        send("cde" + GET);
        assertThat(application.body).hasToString("abcde");
        assertThat(application.requests).containsExactly("POST /stream");
        answer();
        assertThat(application.requests).containsExactly("POST /stream", "GET /a");
    }

    /** Who waits to be told so is told; the application is not told once more. */
    @Test
    void aGatheredBodyIsAskedFor() {
        send(POST + "Content-Length: 3\r\nExpect: 100-continue\r\nX-A: b\r\n\r\n");
        assertThat(sent()).containsExactly("HTTP/1.1 100 Continue\r\n\r\n");
        send("abc");
        assertThat(application.requests).containsExactly("POST /a");
        assertThat(application.expected).isFalse();
        assertThat(application.body).hasToString("abc");
    }

    @Test
    void aStreamedBodyIsAskedForByTheApplication() {
        send(STREAM + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        assertThat(sent()).isEmpty();
        assertThat(application.expected).isTrue();
    }

    @Test
    void aLongBodyIsRefusedBeforeItIsRead() {
        send(POST + "Content-Length: 65537\r\n\r\n");
        assertThat(sent()).singleElement().asString().startsWith("HTTP/1.1 413").contains("body.too_long");
        assertThat(application.requests).isEmpty();
    }

    @Test
    void aLongBodyInChunksIsRefusedAsSoonAsItIsTooLong() {
        send(POST + "Transfer-Encoding: chunked\r\n\r\nffff\r\n" + "a".repeat(0xffff) + "\r\n");
        assertThat(sent()).isEmpty();
        send("2\r\naa");
        assertThat(sent()).singleElement().asString().contains("body.too_long");
    }

    /** One byte each: what frames them would fill the memory just as well. */
    @Test
    void aLongFramingIsALongBody() {
        send(POST + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\na\r\n".repeat(22_000));
        assertThat(sent()).singleElement().asString().contains("body.too_long");
    }

    /** Only it knows what became of the beginning. */
    @Test
    void theApplicationIsToldThatAStreamedBodyBrokeOff() {
        send(STREAM + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        send("x\r\n");
        pass(Duration.ZERO);
        assertThat(sent()).isEmpty();
        assertThat(application.failure.code()).isEqualTo("request.malformed");
        answer();
        assertThat(sent()).singleElement().asString().containsIgnoringCase("connection: close");
        send(GET);
        pass(Duration.ofSeconds(2));
        assertThat(application.requests).containsExactly("POST /stream");
        assertThat(channel.isActive()).isFalse();
    }

    /** Told before, Reactor Netty would end the connection without an answer. */
    @Test
    void theApplicationIsToldWhenItAsksForTheBody() {
        channel.config().setAutoRead(false);
        send(STREAM + "Transfer-Encoding: chunked\r\n\r\nx\r\n");
        pass(Duration.ZERO);
        assertThat(application.failures).isEmpty();
        channel.config().setAutoRead(true);
        pass(Duration.ZERO);
        assertThat(application.failure.code()).isEqualTo("request.malformed");
    }

    /** A refusal such as 401: the rest of the body would have to be read before the next request. */
    @Test
    void anAnswerBeforeTheEndOfTheBodyIsTheLast() {
        send(STREAM + "Content-Length: 100\r\n\r\nab");
        answer();
        assertThat(sent()).singleElement().asString().containsIgnoringCase("connection: close");
        send("a".repeat(98) + GET);
        pass(Duration.ofSeconds(2));
        assertThat(application.requests).containsExactly("POST /stream");
        assertThat(application.body).hasToString("ab");
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void aHeadThatDoesNotEndIsRefused() {
        pass(Duration.ofSeconds(4));
        send("GET / HT");
        for (int at = 0; at < 4; at++) {
            pass(Duration.ofSeconds(1));
            send("T");
        }
        assertThat(sent()).isEmpty();
        pass(Duration.ofSeconds(1));
        pass(Duration.ofMillis(200));
        assertThat(sent()).singleElement().asString().startsWith("HTTP/1.1 408").contains("request.timeout");
    }

    @Test
    void aConnectionOnWhichNothingComesIsClosedWithoutAWord() {
        pass(Duration.ofSeconds(5));
        assertThat(sent()).isEmpty();
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void aConnectionMayRestBetweenRequests() {
        send(GET);
        answer();
        pass(Duration.ofSeconds(59));
        assertThat(channel.isActive()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void anAnswerMayTakeAsLongAsItTakes() {
        send(GET);
        pass(Duration.ofHours(1));
        answer();
        assertThat(sent()).hasSize(1);
        assertThat(channel.isActive()).isTrue();
    }

    @Test
    void aBodyThatStandsStillIsRefused() {
        send(POST + "Content-Length: 60000\r\n\r\n" + "a".repeat(50_000));
        pass(Duration.ofMillis(4900));
        assertThat(sent()).isEmpty();
        pass(Duration.ofMillis(200));
        pass(Duration.ofMillis(200));
        assertThat(sent()).singleElement().asString().contains("request.timeout");
    }

    @Test
    void aBodyThatTricklesIsRefusedAndASlowOneIsNot() {
        send(POST + "Content-Length: 60000\r\n\r\n");
        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
            send("a".repeat(240));
        }
        assertThat(sent()).isEmpty();
        for (int second = 0; second < 6; second++) {
            pass(Duration.ofSeconds(1));
            send("a");
        }
        assertThat(sent()).singleElement().asString().contains("request.timeout");
    }

    /** However long we take to store what came. */
    @Test
    void noTimePassesForTheClientWhileNobodyReads() {
        channel.config().setAutoRead(false);
        send(STREAM + "Content-Length: 60000\r\n\r\n");
        pass(Duration.ofHours(1));
        channel.pipeline().context(application).read();
        pass(Duration.ofSeconds(4));
        send("a");
        pass(Duration.ofHours(1));
        assertThat(application.failures).isEmpty();
        channel.pipeline().context(application).read();
        channel.config().setAutoRead(true);
        pass(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(1));
        assertThat(application.failure.code()).isEqualTo("request.timeout");
    }

    private void send(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }

    private void answer() {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        channel.pipeline().context(application).writeAndFlush(answer).syncUninterruptibly();
        channel.runPendingTasks();
    }

    private void pass(Duration time) {
        clock.advance(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    private List<String> sent() {
        var sent = new ArrayList<String>();
        channel.outboundMessages().forEach(bytes -> {
            var text = ((ByteBuf) bytes).toString(ISO_8859_1);
            if (!text.isEmpty()) {
                sent.add(text);
            }
        });
        return sent;
    }

    /** Notes what it is handed. */
    private static final class Application extends ChannelInboundHandlerAdapter {

        private final List<String> requests = new ArrayList<>();
        private final StringBuilder body = new StringBuilder();
        private final List<ProblemException> failures = new ArrayList<>();
        private ProblemException failure = new ProblemException(500, "none", "none");
        private boolean expected;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                requests.add(request.method() + " " + request.uri());
                expected = request.headers().contains(HttpHeaderNames.EXPECT);
                body.setLength(0);
            }
            if (message instanceof HttpContent content) {
                body.append(content.content().toString(ISO_8859_1));
            }
            ReferenceCountUtil.release(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failure = (ProblemException) cause;
            failures.add(failure);
        }
    }
}
