package io.factmatrix.kit;

import io.factmatrix.kit.connection.ConnectionConfiguration;
import io.factmatrix.kit.merchant.MerchantAccessConfiguration;
import io.factmatrix.kit.meter.MeterConfiguration;
import io.factmatrix.kit.paging.PagingConfiguration;
import io.factmatrix.kit.problem.Problems;
import io.factmatrix.kit.trace.TraceConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.ObjectMapper;

/**
 * What every application of the system has: one table of errors, a gate before every connection and every merchant, lists in
 * pages.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ConnectionConfiguration.class,
    MerchantAccessConfiguration.class,
    MeterConfiguration.class,
    PagingConfiguration.class,
    TraceConfiguration.class
})
public class KitConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Problems problems(ObjectMapper json, MeterRegistry meters) {
        return new Problems(json, meters);
    }
}
