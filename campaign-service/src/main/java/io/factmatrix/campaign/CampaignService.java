package io.factmatrix.campaign;

import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** C: the burst. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CampaignConfiguration.class)
public class CampaignService {

    /** The application, configured by {@code campaign-service.yml} and whatever overrides it. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CampaignService.class)
                .properties(Map.of("spring.config.name", "campaign-service"));
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
