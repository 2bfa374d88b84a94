package io.factmatrix.kit.migration;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * A program of its own: brings a service's database to the version of this service, as the database's owner, and ends. It reads the
 * service's configuration, by {@code spring.config.name}, and needs {@code spring.flyway.url}, {@code .user} and {@code .password}, and
 * {@code spring.datasource.username}: whom the migrations grant what the service needs. The service itself is then run with
 * {@code spring.flyway.enabled=false}, and never knows the owner's password.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
public class Migration {

    /**
     * An older version finds nothing to do in a newer database. By itself Flyway knows as newer only what is above all that it has, and
     * kit, ledger and service are numbered apart. A folder of migrations that is not there is an error, and not nothing to do.
     */
    private static final Map<String, Object> STRICTLY = Map.of(
            "spring.flyway.ignore-migration-patterns",
            "*:missing,*:future",
            "spring.flyway.fail-on-missing-locations",
            true);

    public static void main(String[] args) {
        run(new StandardEnvironment());
    }

    /** What it is told is in that environment. */
    public static void run(ConfigurableEnvironment told) {
        new SpringApplicationBuilder(Migration.class)
                .environment(told)
                .properties(STRICTLY)
                // The service's own file says that it serves.
                .run("--spring.main.web-application-type=none")
                .close();
    }
}
