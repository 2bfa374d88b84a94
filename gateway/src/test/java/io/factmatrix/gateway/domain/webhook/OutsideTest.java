package io.factmatrix.gateway.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing that is not anybody's is outside. */
class OutsideTest {

    private static final Outside OUTSIDE = new Outside(Set.of(443, 8443), false);
    private static final Outside AND_LOOPBACK = new Outside(Set.of(443), true);

    /** Prefixes as the registries of special-purpose addresses have them, by their first bytes. */
    @Provide
    Arbitrary<byte[]> special() {
        return Arbitraries.of(
                        "0",
                        "10",
                        "127",
                        "100.64",
                        "100.100.100.200",
                        "100.127",
                        "169.254",
                        "172.16",
                        "172.31",
                        "192.0.0",
                        "192.0.2",
                        "192.88.99",
                        "192.168",
                        "198.18",
                        "198.19",
                        "198.51.100",
                        "203.0.113",
                        "224",
                        "239",
                        "240",
                        "255",
                        "168.63.129.16")
                .flatMap(prefix -> Arbitraries.bytes()
                        .array(byte[].class)
                        .ofSize(4)
                        .map(bytes -> {
                            var parts = prefix.split("\\.", -1);
                            for (int part = 0; part < parts.length; part++) {
                                bytes[part] = (byte) Integer.parseInt(parts[part]);
                            }
                            return bytes;
                        }));
    }

    @Property
    void noSpecialAddressIsOutsideInWhateverFormItComes(@ForAll("special") byte[] v4) throws UnknownHostException {
        assertThat(OUTSIDE.has(InetAddress.getByAddress(v4))).isFalse();
        // ::ffff:a.b.c.d, ::a.b.c.d, NAT64, 6to4, Teredo
        for (var prefix : new int[][] {
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}
        }) {
            assertThat(OUTSIDE.has(InetAddress.getByAddress(joined(prefix, v4))))
                    .isFalse();
            assertThat(OUTSIDE.has(Inet6Address.getByAddress("mapped", joined(prefix, v4), -1)))
                    .isFalse();
        }
        var sixToFour = new byte[16];
        sixToFour[0] = 0x20;
        sixToFour[1] = 0x02;
        System.arraycopy(v4, 0, sixToFour, 2, 4);
        assertThat(OUTSIDE.has(InetAddress.getByAddress(sixToFour))).isFalse();
        assertThat(OUTSIDE.has(
                        InetAddress.getByAddress(joined(new int[] {0x20, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, v4))))
                .isFalse();
    }

    private static byte[] joined(int[] prefix, byte[] v4) {
        var bytes = new byte[16];
        for (int at = 0; at < prefix.length; at++) {
            bytes[at] = (byte) prefix[at];
        }
        System.arraycopy(v4, 0, bytes, 12, 4);
        return bytes;
    }

    /** Whatever Java itself knows to be none. */
    @Property
    void whatJavaKnowsToBeSpecialIsNotOutside(@ForAll("addresses") InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            assertThat(OUTSIDE.has(address)).isFalse();
        }
    }

    @Provide
    Arbitrary<InetAddress> addresses() {
        return Arbitraries.of(4, 16)
                .flatMap(size -> Arbitraries.bytes().array(byte[].class).ofSize(size))
                .map(bytes -> {
                    try {
                        return InetAddress.getByAddress(bytes);
                    } catch (UnknownHostException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                });
    }

    @Example
    void neighboursOfTheRangesAreOutside() throws UnknownHostException {
        for (var address : new String[] {
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.255.255",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2606:4700:4700::1111",
            "2001:4860:4860::8888",
            "2400:3200::1"
        }) {
            assertThat(OUTSIDE.has(InetAddress.getByName(address))).as(address).isTrue();
        }
        for (var address : new String[] {
            "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "3fff::1", "100::1"
        }) {
            assertThat(OUTSIDE.has(InetAddress.getByName(address))).as(address).isFalse();
        }
    }

    @Example
    void loopbackIsAllowedForDevelopmentAndNothingElse() throws UnknownHostException {
        assertThat(AND_LOOPBACK.has(InetAddress.getByAddress(new byte[] {127, 0, 0, 1})))
                .isTrue();
        assertThat(AND_LOOPBACK.has(InetAddress.getByAddress(joined(new int[0], new byte[] {0, 0, 0, 1}))))
                .isTrue();
        assertThat(AND_LOOPBACK.has(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(AND_LOOPBACK.has(InetAddress.getByName("169.254.169.254"))).isFalse();
        assertThat(AND_LOOPBACK.url("http://localhost:9999/hook")).isPresent();
        assertThat(OUTSIDE.url("http://localhost:9999/hook")).isEmpty();
    }

    @Example
    void onlyHttpsWithoutUserAndFragmentAtAPortThatMayBeCalled() {
        assertThat(OUTSIDE.url("https://merchant.example/hooks?a=b").map(URI::toString))
                .contains("https://merchant.example/hooks?a=b");
        assertThat(OUTSIDE.url("https://merchant.example:8443")).isPresent();
        for (var url : new String[] {
            "http://merchant.example/",
            "https://merchant.example:22/",
            "https://user@merchant.example/",
            "https://user:secret@merchant.example/",
            "https://merchant.example/#there",
            "https:///hooks",
            "https:merchant.example",
            "https://商家.example/",
            "https://merchant.example/\nX: y",
            "https://mer chant.example/",
            "ftp://merchant.example/",
            "file:///etc/passwd",
            "//merchant.example/",
            "https://merchant.example:443:22/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://127.0.0.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://merchant.example/" + "x".repeat(2000),
            ""
        }) {
            assertThat(OUTSIDE.url(url)).as(url).isEmpty();
        }
    }
}
