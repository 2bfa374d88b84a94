package io.factmatrix.deploy.acceptance;

import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.server.FreePort;
import io.factmatrix.deploy.local.stack.Progress;
import io.factmatrix.deploy.local.stack.Stack;
import io.factmatrix.deploy.local.stack.StackOptions;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The stack that {@code ./fact up} starts, in this JVM, on a folder of its own. */
final class LocalStack implements RunningStack {

    private static final Duration TTL = Duration.ofHours(2);

    private final Stack stack;
    private final io.factmatrix.deploy.local.stack.RunningStack running;

    LocalStack() {
        stack = new Stack(new StackOptions(null, "127.0.0.1", FreePort.any()), new Progress(System.out));
        try {
            running = stack.start(stack.open());
        } catch (RuntimeException | Error failed) {
            stack.close();
            throw failed;
        }
    }

    @Override
    public URI gateway() {
        return running.uri();
    }

    @Override
    public String token(String merchant, List<String> roles) {
        var granted = Arrays.stream(Role.values())
                .filter(role -> roles.contains(role.word()))
                .collect(Collectors.toSet());
        return running.token(new Grant(MerchantId.of(merchant), granted, TTL));
    }

    @Override
    public void takeAway(String service) {
        stack.takeAway(service);
    }

    @Override
    public void bringBack(String service) {
        stack.bringBack(service);
    }

    @Override
    public void close() {
        stack.close();
    }
}
