package io.factmatrix.gateway.sending;

import io.factmatrix.gateway.application.webhook.Sender;
import io.factmatrix.gateway.domain.webhook.Outcome;
import io.factmatrix.gateway.domain.webhook.Outside;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.resolver.NoopAddressResolverGroup;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Posts over HTTP, on a connection of its own each time. Of the answer the status alone is read, and {@code Retry-After}: the connection is closed when it is there, so that nobody keeps it open by going on. Redirects are not
 * followed, and no proxy is asked.
 */
final class HttpSender implements Sender {

    private static final Logger log = LoggerFactory.getLogger(HttpSender.class);

    private final CheckedNames names;
    private final Duration deadline;
    private final InstantSource clock;
    private final HttpClient plain;
    private final HttpClient secure;

    /**
     * @param connectTimeout until a connection stands
     * @param deadline for all of it
     * @param tls how certificates are verified
     */
    HttpSender(
            CheckedNames names,
            Duration connectTimeout,
            Duration deadline,
            InstantSource clock,
            UnaryOperator<HttpClient> tls) {
        this.names = names;
        this.deadline = deadline;
        this.clock = clock;
        this.plain = HttpClient.newConnection()
                .followRedirect(false)
                // Addresses are looked up and checked before: what is not could not be connected to.
                .resolver(NoopAddressResolverGroup.INSTANCE)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()));
        this.secure = tls.apply(plain);
    }

    @Override
    public Mono<Outcome> send(URI url, Map<String, String> headers, byte[] body) {
        return names.of(url)
                .flatMap(address -> post(address, url, headers, body))
                .timeout(deadline)
                .onErrorResume(failure -> Mono.just(Outcome.failed(reason(url, failure))));
    }

    private Mono<Outcome> post(InetSocketAddress address, URI url, Map<String, String> headers, byte[] body) {
        return (Outside.isSecure(url) ? secure : plain)
                .remoteAddress(() -> address)
                .headers(sent -> {
                    headers.forEach(sent::set);
                    sent.set("content-type", "application/json").set("user-agent", "fact-matrix");
                })
                .post()
                .uri(target(url))
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .responseConnection((answer, connection) -> {
                    var asked = RetryAfter.of(answer.responseHeaders().get("retry-after"), clock.instant());
                    connection.dispose();
                    return Mono.just(Outcome.answered(answer.status().code(), asked));
                })
                .next();
    }

    /** In the form of a path: the address to connect to is given besides. */
    private static String target(URI url) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** Says nothing of what lies inside. */
    private String reason(URI url, Throwable failure) {
        if (failure instanceof CheckedNames.Inside) {
            return "address: not public (expected: a host all of whose addresses are)";
        }
        if (failure instanceof UnknownHostException) {
            return "host: %s has no address (expected: one)".formatted(url.getHost());
        }
        if (failure instanceof TimeoutException) {
            return "answer: none (expected: one within %d s)".formatted(deadline.toSeconds());
        }
        if (failure instanceof ConnectTimeoutException) {
            return "connection: none in time (expected: one)";
        }
        if (failure instanceof SSLException) {
            return "TLS: failed (expected: a trusted certificate of %s)".formatted(url.getHost());
        }
        log.debug("A webhook to {} failed", url.getHost(), failure);
        return "connection: refused or broken off (expected: an answer)";
    }
}
