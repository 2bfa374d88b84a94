package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.issuer.LocalIssuer;
import io.factmatrix.deploy.local.server.Database;
import io.factmatrix.deploy.local.server.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole system in this JVM: issuer, PostgreSQL, Redis, the four services, and the gateway when they serve. */
public final class Stack implements AutoCloseable {

    private final StackOptions options;
    private final Progress progress;
    private final Closing closing = new Closing();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Started> started = new ConcurrentHashMap<>();
    private @Nullable BehindTheGateway behind;

    /** A program that runs, or did, and how to start it again. */
    private record Started(
            Application application, Map<String, Object> properties, ConfigurableApplicationContext context) {}

    public Stack(StackOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** The folder to run in: held from here on. */
    public DataDirectory open() {
        requireFreePort();
        LeftBehind.clear(progress);
        var chosen = options.data();
        return closing.keep(chosen == null ? DataDirectory.temporary() : DataDirectory.at(chosen));
    }

    /** Everything in that folder, ready to serve. */
    public RunningStack start(DataDirectory data) {
        var issuer = closing.keep(LocalIssuer.start(data));
        // Before the first server starts, so that none is left behind without a word of it.
        var running = leaveWord(data, issuer);
        var servers = Servers.start(data, issuer, closing, progress);
        startApplications(servers);
        closing.keep(new Revival(servers)).start();
        new Readiness(running.uri()).await();
        return running;
    }

    /** What the gateway stands before, once it serves: for who measures it. */
    public BehindTheGateway behindTheGateway() {
        if (behind == null) {
            throw new IllegalStateException("stack: not started (expected: started)");
        }
        return behind;
    }

    private void startApplications(Servers servers) {
        var ports = new LinkedHashMap<String, Integer>();
        // Chosen before any starts: each is told where the others will be.
        Applications.FIELDS.forEach(application -> ports.put(application.name(), FreePort.any()));
        for (var application : Applications.FIELDS) {
            run(application, Applications.field(servers, application.name(), ports));
        }
        run(Applications.GATEWAY, Applications.gateway(servers, options, ports));
        var services = new LinkedHashMap<String, URI>();
        var databases = new LinkedHashMap<String, Database>();
        ports.forEach((field, port) -> {
            services.put(field, URI.create("http://127.0.0.1:" + port));
            databases.put(field, servers.database(field));
        });
        behind = new BehindTheGateway(servers.postgres(), Map.copyOf(databases), Map.copyOf(services));
    }

    private void run(Application application, Map<String, Object> properties) {
        var context = closing.keep(application.start(properties));
        started.put(application.name(), new Started(application, properties, context));
        progress.done(application.name() + " on port " + Application.port(context));
    }

    /** Takes a field's service away, for who tries what becomes of the others. */
    public void takeAway(String field) {
        service(field).context().close();
    }

    /** Starts a field's service that was taken away, where it was. */
    public void bringBack(String field) {
        var service = service(field);
        run(service.application(), service.properties());
    }

    private Started service(String field) {
        return Objects.requireNonNull(started.get(field), field);
    }

    private RunningStack leaveWord(DataDirectory data, LocalIssuer issuer) {
        var running = new RunningStack(
                options.port(), options.address(), issuer.name(), data.path().toString(), data.isTemporary());
        try {
            running.leaveWord();
            closing.keep(running::takeWordBack);
            return running;
        } catch (IOException e) {
            throw Failure.of("word of the running stack", e);
        }
    }

    private void requireFreePort() {
        try {
            FreePort.require(InetAddress.getByName(options.address()), options.port());
        } catch (UnknownHostException e) {
            throw new Failure("address: " + options.address() + " (expected: one of this machine)", e);
        }
    }

    /** Returns when the stack has been closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        closing.close();
        closed.countDown();
    }
}
