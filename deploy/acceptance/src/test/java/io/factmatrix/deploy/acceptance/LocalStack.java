package io.factmatrix.deploy.acceptance;

import com.nimbusds.jose.jwk.RSAKey;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.server.FreePort;
import io.factmatrix.deploy.local.stack.Progress;
import io.factmatrix.deploy.local.stack.Stack;
import io.factmatrix.deploy.local.stack.StackOptions;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import io.factmatrix.kit.testing.WrongTokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    public Map<String, String> wrongTokens(String merchant, List<String> roles) {
        try {
            var key = RSAKey.parse(Files.readString(Path.of(running.data(), "issuer.key")));
            return WrongTokens.of(token(merchant, roles), key);
        } catch (IOException | ParseException failed) {
            throw new IllegalStateException(failed);
        }
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
