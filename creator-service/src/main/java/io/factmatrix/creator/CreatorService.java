package io.factmatrix.creator;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** A: the alliance of creators. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CreatorConfiguration.class)
public class CreatorService {

    /** The application, configured by {@code creator-service.yml} and whatever overrides it. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CreatorService.class)
                .properties(Map.of("spring.config.name", "creator-service"));
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
