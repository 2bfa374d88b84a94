package io.factmatrix.deploy.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running installation for all suites of a JVM: a test asks for it in its constructor, and for merchants of its own. */
interface RunningStack extends AutoCloseable {

    List<String> DEFAULT_ROLES = List.of("operator", "integration");

    AtomicInteger MERCHANTS = new AtomicInteger();

    URI gateway();

    /** A token that the installation accepts. */
    String token(String merchant, List<String> roles);

    /** What is wrong with a token in every way, of one for that merchant in these roles: by what it is, values of {@code Authorization}. */
    Map<String, String> wrongTokens(String merchant, List<String> roles);

    /** Ends that service; to be brought back before the test ends. */
    void takeAway(String service);

    void bringBack(String service);

    @Override
    void close();

    /** A merchant that no other test knows. */
    default MerchantApi newMerchant() {
        return merchant("m-" + MERCHANTS.incrementAndGet(), DEFAULT_ROLES);
    }

    default MerchantApi merchant(String merchant, List<String> roles) {
        var token = token(merchant, roles);
        return new MerchantApi(gateway(), () -> token, merchant);
    }

    /** Starts the stack when the first suite asks for it, stops it after the last. */
    final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningStack.class;
        }

        @Override
        public RunningStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Shared.class))
                    .computeIfAbsent(Start.class, key -> Start.once(), Start.class)
                    .stack();
        }

        /** A start that failed is not tried again by every test. */
        private record Start(
                @Nullable RunningStack started, @Nullable RuntimeException failed) implements AutoCloseable {

            static Start once() {
                try {
                    return new Start(new LocalStack(), null);
                } catch (RuntimeException failed) {
                    return new Start(null, failed);
                }
            }

            RunningStack stack() {
                if (started == null) {
                    throw new IllegalStateException("the stack does not start", failed);
                }
                return started;
            }

            @Override
            public void close() {
                if (started != null) {
                    started.close();
                }
            }
        }
    }
}
