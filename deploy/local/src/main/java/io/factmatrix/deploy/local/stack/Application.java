package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.failure.Failure;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.client.ReactorResourceFactory;

/** One of the five programs, run as a context of its own beside the others. */
record Application(String name, Supplier<SpringApplicationBuilder> builder) {

    /** Started, on the port of its properties. */
    ConfigurableApplicationContext start(Map<String, Object> properties) {
        try {
            return builder.get()
                    .registerShutdownHook(false)
                    .initializers(Application::ownThreads)
                    .run(arguments(properties));
        } catch (RuntimeException e) {
            throw new Failure(name + " does not start: " + cause(e), e);
        }
    }

    static int port(ConfigurableApplicationContext context) {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        throw new IllegalStateException(context.getDisplayName() + " serves nothing");
    }

    /** Shared by default, and then closed for all by the first that closes. */
    private static void ownThreads(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            resources.setShutdownQuietPeriod(java.time.Duration.ZERO);
            return resources;
        });
    }

    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static String cause(RuntimeException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElseGet(() -> cause.getClass().getName());
    }
}
