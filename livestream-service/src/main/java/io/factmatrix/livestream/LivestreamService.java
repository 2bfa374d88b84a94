package io.factmatrix.livestream;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** F: the merchant's own ground. Keeps what no field can claim, too. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(LivestreamConfiguration.class)
public class LivestreamService {

    /** The application, configured by {@code livestream-service.yml} and whatever overrides it. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(LivestreamService.class)
                .properties(Map.of("spring.config.name", "livestream-service"));
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
