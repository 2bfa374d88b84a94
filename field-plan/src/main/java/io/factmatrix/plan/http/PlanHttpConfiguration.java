package io.factmatrix.plan.http;

import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.plan.application.OwnField;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a field tells of its plans. */
@Configuration(proxyBeanMethods = false)
public class PlanHttpConfiguration {

    @Bean
    PlanController planController(OwnField own) {
        return new PlanController(own);
    }

    @Bean
    AccessTable planAccess() {
        return PlanAccess.table();
    }
}
