package io.factmatrix.gateway.domain.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that are anybody's: by the IANA registries of special-purpose addresses for <a
 * href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a> and <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a>.
 */
final class PublicAddresses {

    private static final List<Range> NOT_IPV4 = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT; one cloud has its metadata there
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // one cloud's own services, in a range that looks public
            "169.254.0.0/16", // link-local; clouds have their metadata there
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT relays
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** All that is given out; loopback, unique local, link-local, multicast, and those that hold an IPv4 address lie outside it, but for the next. */
    private static final List<Range> IPV6 = ranges("2000::/3");

    private static final List<Range> NOT_IPV6 = ranges(
            "2001::/23", // protocol assignments; Teredo holds IPv4 addresses
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4 holds IPv4 addresses
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    private PublicAddresses() {}

    /** The addresses that begin with these bits. */
    private record Range(InetAddress start, int bits) {

        boolean has(byte[] address) {
            var first = start.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((first[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean has(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_IPV4.stream().noneMatch(range -> range.has(bytes))
                : IPV6.stream().anyMatch(range -> range.has(bytes))
                        && NOT_IPV6.stream().noneMatch(range -> range.has(bytes));
    }

    private static List<Range> ranges(String... texts) {
        return Stream.of(texts).map(PublicAddresses::range).toList();
    }

    private static Range range(String text) {
        var parts = text.split("/", -1);
        try {
            // A literal: nothing is looked up.
            return new Range(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalStateException(notAnAddress);
        }
    }
}
