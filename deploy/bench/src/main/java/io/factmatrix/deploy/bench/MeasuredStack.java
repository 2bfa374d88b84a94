package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.local.Logs;
import io.factmatrix.deploy.local.data.Secrets;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.server.Database;
import io.factmatrix.deploy.local.server.Databases;
import io.factmatrix.deploy.local.server.FreePort;
import io.factmatrix.deploy.local.stack.BehindTheGateway;
import io.factmatrix.deploy.local.stack.Progress;
import io.factmatrix.deploy.local.stack.RunningStack;
import io.factmatrix.deploy.local.stack.Stack;
import io.factmatrix.deploy.local.stack.StackOptions;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What {@code ./fact up} starts, empty and in this JVM, and beside it on the same server a database for the limits. */
final class MeasuredStack implements AutoCloseable {

    private static final Duration TTL = Duration.ofDays(1);

    private final Stack stack;
    private final Path log;
    private final RunningStack running;
    private final BehindTheGateway behind;
    private final Database limits;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private MeasuredStack(Stack stack) {
        this.stack = stack;
        var data = stack.open();
        this.log = data.folder("log").resolve("fact.log");
        Logs.into(log, false);
        this.running = stack.start(data);
        this.behind = stack.behindTheGateway();
        this.limits = new Databases(behind.postgres(), Secrets.of(data)).prepare("limits");
    }

    static MeasuredStack start(PrintStream out) {
        var stack = new Stack(new StackOptions(null, "127.0.0.1", FreePort.any()), new Progress(out));
        // Ctrl-C ends the servers, too: they live in sessions of their own.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        try {
            return new MeasuredStack(stack);
        } catch (RuntimeException | Error failed) {
            stack.close();
            throw failed;
        }
    }

    URI gateway() {
        return running.uri();
    }

    URI service(String field) {
        var service = behind.services().get(field);
        if (service == null) {
            throw new IllegalArgumentException("field: %s (expected: one of %s)"
                    .formatted(field, behind.services().keySet()));
        }
        return service;
    }

    Collection<Database> databases() {
        return behind.databases().values();
    }

    /** Where limits keep their tables. */
    Database limits() {
        return limits;
    }

    ProcessHandle postgres() {
        return behind.postgres().process().orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"));
    }

    String token(String merchant) {
        return tokens.computeIfAbsent(
                merchant,
                of -> running.token(new Grant(MerchantId.of(of), Set.of(Role.OPERATOR, Role.INTEGRATION), TTL)));
    }

    /** What the programs warned of, where it outlives the stack. */
    Path keptLog() {
        try {
            return Files.copy(log, Files.createTempFile("fact-bench-", ".log"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Failure.of(log.toString(), e);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
