package io.factmatrix.kit.paging;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** What a request may be asked with, and lists in pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CursorProperties.class)
public class PagingConfiguration {

    @Bean
    WebFluxRegistrations knownParameters() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new KnownParameters();
            }
        };
    }

    @Bean
    Cursors cursors(CursorProperties properties) {
        return new Cursors(properties);
    }
}
