package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.stack.RunningStack;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "token", description = "Print one token, signed by the running stack's key.")
final class TokenCommand implements Callable<Integer> {

    static final Set<Role> DEFAULT_ROLES = EnumSet.of(Role.OPERATOR, Role.INTEGRATION);

    @Mixin
    private Port port = new Port();

    @Option(
            names = "--merchant",
            required = true,
            paramLabel = "ID",
            converter = Merchant.class,
            description = "The merchant it is good for.")
    private @Nullable MerchantId merchant;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            converter = Roles.class,
            description = "integration, operator, content, goods, creators, ads, service or admin; may be given again"
                    + " (default: operator and integration).")
    private List<Role> roles = List.copyOf(DEFAULT_ROLES);

    @Option(
            names = "--ttl",
            paramLabel = "SPAN",
            converter = Span.class,
            description = "How long it is good for: 30s, 15m, 1h, 7d (default: 1h).")
    private Duration ttl = Duration.ofHours(1);

    @Override
    public Integer call() {
        if (merchant == null) {
            throw new IllegalStateException("required");
        }
        var grant = new Grant(merchant, Set.copyOf(roles), ttl);
        System.out.println(RunningStack.on(port.number()).token(grant));
        return 0;
    }
}
