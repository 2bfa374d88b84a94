package io.factmatrix.livestream;

import io.factmatrix.kit.audit.AuditTrail;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.ledger.LedgerConfiguration;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.http.KeptFields;
import io.factmatrix.livestream.application.RoomRegister;
import io.factmatrix.livestream.http.LivestreamHttpConfiguration;
import io.factmatrix.livestream.store.PostgresRooms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The composition root. */
@Configuration(proxyBeanMethods = false)
@Import({LedgerConfiguration.class, LivestreamHttpConfiguration.class})
class LivestreamConfiguration {

    @Bean
    KeptFields keptFields() {
        return KeptFields.of(Field.LIVESTREAM, Field.UNATTRIBUTED);
    }

    @Bean
    RoomRegister roomRegister(JdbcTemplate jdbc, NewIds ids, AuditTrail trail) {
        return new RoomRegister(new PostgresRooms(jdbc), ids, trail);
    }
}
