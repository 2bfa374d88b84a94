package io.factmatrix.livestream.http;

import static io.factmatrix.kit.merchant.AccessRule.allow;

import io.factmatrix.kit.merchant.AccessRule;
import io.factmatrix.kit.merchant.Role;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.livestream.application.RoomRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The resources of this field, and who may do what with them. */
@Configuration(proxyBeanMethods = false)
public class LivestreamHttpConfiguration {

    private static final String ROOMS = "/v1/merchants/{merchant}/rooms/**";

    @Bean
    RoomController roomController(RoomRegister register, Writes writes, MerchantReads reads, Cursors cursors) {
        return new RoomController(register, writes, reads, cursors);
    }

    @Bean
    AccessRule mayReadRooms() {
        return allow(HttpMethod.GET, ROOMS, Role.OPERATOR, Role.CONTENT, Role.INTEGRATION);
    }

    @Bean
    AccessRule mayAddAndMoveRooms() {
        return allow(HttpMethod.POST, ROOMS, Role.OPERATOR, Role.CONTENT);
    }

    @Bean
    AccessRule mayChangeRooms() {
        return allow(HttpMethod.PUT, ROOMS, Role.OPERATOR, Role.CONTENT);
    }
}
