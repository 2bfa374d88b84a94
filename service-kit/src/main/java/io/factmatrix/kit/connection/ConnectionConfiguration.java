package io.factmatrix.kit.connection;

import io.netty.channel.Channel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.ObjectMapper;

/** The edge of a program's HTTP server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
public class ConnectionConfiguration {

    /**
     * Bytes of an answer that the kernel may hold before it has sent them. It asks for more when half of them are sent, so that a
     * client that reads 10 KB a second is seen to read every few seconds.
     */
    private static final long UNSENT = 128 * 1024;

    @Bean
    NettyServerCustomizer connections(
            ConnectionProperties limits, ObjectProvider<BodyLimit> bodies, ObjectMapper json) {
        var longest = bodies.orderedStream().toList();
        var problems = new ProblemAnswer(json);
        var open = new AtomicInteger();
        return server -> withShortQueues(withRoomForEveryHead(server, limits))
                .protocol(HttpProtocol.HTTP11)
                .doOnChannelInit((observer, channel, address) -> {
                    count(channel, open, limits.most());
                    guard(channel, limits, longest, problems);
                });
    }

    /** The codec's own bounds lie behind ours, whose refusals say more. */
    private static HttpServer withRoomForEveryHead(HttpServer server, ConnectionProperties limits) {
        return server.httpRequestDecoder(decoder -> decoder.maxInitialLineLength(
                        Math.toIntExact(limits.longestRequestLine().toBytes()) + 1)
                .maxHeaderSize(Math.toIntExact(limits.longestHead().toBytes()) + 1));
    }

    /**
     * A queue of the usual megabytes is refilled by a third of it at a time: for as long as a slow client reads that third, it would
     * look as if it read nothing. Where there is no such option, it must read as much within {@code unreadFor}.
     */
    private static HttpServer withShortQueues(HttpServer server) {
        return LoopResources.hasNativeSupport() && Epoll.isAvailable()
                ? server.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, UNSENT)
                : server;
    }

    private static void count(Channel channel, AtomicInteger open, int most) {
        if (open.incrementAndGet() > most) {
            var unused = channel.close();
        }
        var unused = channel.closeFuture().addListener(closed -> open.decrementAndGet());
    }

    private static void guard(
            Channel channel, ConnectionProperties limits, List<BodyLimit> bodies, ProblemAnswer problems) {
        var gate = new RequestGate(limits, bodies, problems);
        channel.pipeline()
                .addBefore(NettyPipeline.HttpCodec, "fact.unreadAnswer", new UnreadAnswer(limits.unreadFor()))
                .addBefore(NettyPipeline.HttpCodec, "fact.requestGate", gate)
                .addAfter(NettyPipeline.HttpCodec, "fact.answerWatch", new AnswerWatch(gate));
    }
}
