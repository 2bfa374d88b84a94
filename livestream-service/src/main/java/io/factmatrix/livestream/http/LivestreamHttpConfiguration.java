package io.factmatrix.livestream.http;

import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.livestream.application.RoomRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of this field, and who may do what with them. */
@Configuration(proxyBeanMethods = false)
public class LivestreamHttpConfiguration {

    @Bean
    RoomController roomController(RoomRegister register, Writes writes, MerchantReads reads, Cursors cursors) {
        return new RoomController(register, writes, reads, cursors);
    }

    @Bean
    AccessTable livestreamAccess() {
        return LivestreamAccess.table();
    }
}
