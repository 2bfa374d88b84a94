package io.factmatrix.gateway.sending;

import io.factmatrix.gateway.domain.webhook.Outside;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Where a URL leads, looked up once and connected to as it is: a name that leads elsewhere the next time (DNS rebinding) gains nothing. One address that may not be called is enough to call none: such
 * a name is no mistake.
 */
final class CheckedNames {

    private final Names names;
    private final Outside outside;
    private final Scheduler threads;

    /**
     * @param threads that may wait for the network
     */
    CheckedNames(Names names, Outside outside, Scheduler threads) {
        this.names = names;
        this.outside = outside;
        this.threads = threads;
    }

    /** That address may not be called. */
    static final class Inside extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Inside() {
            super(null, null, false, false);
        }
    }

    /** Resolved, with the name that its certificate must have. Fails in {@link Inside} and {@link UnknownHostException}. */
    Mono<InetSocketAddress> of(URI url) {
        return Mono.fromCallable(() -> look(url)).subscribeOn(threads);
    }

    private InetSocketAddress look(URI url) throws UnknownHostException {
        var host = url.getHost();
        var addresses = names.of(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        if (!addresses.stream().allMatch(outside::has)) {
            throw new Inside();
        }
        return new InetSocketAddress(
                InetAddress.getByAddress(host, addresses.get(0).getAddress()), Outside.port(url));
    }
}
