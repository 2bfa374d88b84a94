package io.factmatrix.gateway;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The front door. Keeps what belongs to no field; all else is the services'. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GatewayConfiguration.class)
public class Gateway {

    /** The application, configured by {@code gateway.yml} and whatever overrides it. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Gateway.class).properties(Map.of("spring.config.name", "gateway"));
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
