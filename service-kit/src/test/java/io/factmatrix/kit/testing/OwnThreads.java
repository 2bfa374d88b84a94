package io.factmatrix.kit.testing;

import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** Threads and connections of an application that are shared by default, and then closed for all of a JVM by the first that closes. */
public final class OwnThreads {

    private OwnThreads() {}

    /** To be given to an application as an initializer. */
    public static void of(ConfigurableApplicationContext context) {
        if (context instanceof GenericApplicationContext generic) {
            generic.registerBean(ReactorResourceFactory.class, () -> {
                var resources = new ReactorResourceFactory();
                resources.setUseGlobalResources(false);
                resources.setShutdownQuietPeriod(Duration.ZERO);
                return resources;
            });
        }
    }
}
