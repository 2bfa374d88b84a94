package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class FreePort {

    private FreePort() {}

    /** One that nobody listened on a moment ago. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw Failure.of("no free port", e);
        }
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(InetAddress address, int port) {
        try {
            listen(address, port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A failure that says why, when no server could listen there now. */
    public static void require(InetAddress address, int port) {
        try {
            listen(address, port);
        } catch (IOException e) {
            throw new Failure(
                    "port %d of %s: %s (choose another: --port)"
                            .formatted(port, address.getHostAddress(), e.getMessage()),
                    e);
        }
    }

    private static void listen(InetAddress address, int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        }
    }
}
