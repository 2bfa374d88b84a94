package io.factmatrix.kit.paging;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lists in pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CursorProperties.class)
public class PagingConfiguration {

    @Bean
    Cursors cursors(CursorProperties properties) {
        return new Cursors(properties);
    }
}
