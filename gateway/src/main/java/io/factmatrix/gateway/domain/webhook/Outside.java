package io.factmatrix.gateway.domain.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What lies outside, the only place that anything is sent to.
 *
 * @param ports that may be called
 * @param loopback for development: this machine may be called as well, at any port, without TLS
 */
public record Outside(Set<Integer> ports, boolean loopback) {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");
    private static final int LONGEST = 2000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** The port that is called. */
    public static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isSecure(url) ? HTTPS : HTTP;
    }

    public static boolean isSecure(URI url) {
        return "https".equals(url.getScheme());
    }

    /** Whether that address may be called. */
    public boolean has(InetAddress address) {
        return PublicAddresses.has(address) || (loopback && address.isLoopbackAddress());
    }

    /** That text as an address that may be told of things; empty when it may not. Names are looked up only when they are called. */
    public Optional<URI> url(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(this::mayBeCalled);
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private boolean mayBeCalled(URI url) {
        if (url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null
                || isInside(url.getHost())
                || url.toString().chars().anyMatch(letter -> letter > '~')) {
            return false;
        }
        return loopback ? isSecure(url) || "http".equals(url.getScheme()) : isSecure(url) && ports.contains(port(url));
    }

    /** An address in the place of a name can be told at once. */
    private boolean isInside(String host) {
        if (!LITERAL.matcher(host).matches()) {
            return false;
        }
        try {
            return !has(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return true;
        }
    }

    /** What was expected where there is no such URL. */
    public String expected() {
        return "an https URL of at most %d ASCII characters, without user and fragment, at port %s"
                .formatted(LONGEST, ports.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or ")));
    }
}
