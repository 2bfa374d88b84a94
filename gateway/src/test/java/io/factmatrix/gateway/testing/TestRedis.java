package io.factmatrix.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A Redis of its own, on a free port. */
public final class TestRedis implements AutoCloseable {

    private final int port = freePort();
    private RedisServer server = started(port);

    public int port() {
        return port;
    }

    /** Kills it: what it held is lost. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty one, on the same port. */
    public void restart() {
        server = started(port);
    }

    @Override
    public void close() {
        stop();
    }

    private static RedisServer started(int port) {
        try {
            var server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
