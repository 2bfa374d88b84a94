package io.factmatrix.kol;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** T: the head. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(KolConfiguration.class)
public class KolService {

    /** The application, configured by {@code kol-service.yml} and whatever overrides it. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(KolService.class).properties(Map.of("spring.config.name", "kol-service"));
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
