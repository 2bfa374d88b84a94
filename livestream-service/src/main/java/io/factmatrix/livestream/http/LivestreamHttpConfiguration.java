package io.factmatrix.livestream.http;

import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import io.factmatrix.livestream.application.GateDesk;
import io.factmatrix.livestream.application.HostDesk;
import io.factmatrix.livestream.application.ReviewDesk;
import io.factmatrix.livestream.application.RoomDesk;
import io.factmatrix.livestream.application.RuleDesk;
import io.factmatrix.livestream.application.RundownDesk;
import io.factmatrix.livestream.application.SessionDesk;
import io.factmatrix.livestream.application.ShiftDesk;
import io.factmatrix.livestream.application.TemplateDesk;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of this field, and who may do what with them. */
@Configuration(proxyBeanMethods = false)
public class LivestreamHttpConfiguration {

    @Bean
    RoomController roomController(RoomDesk rooms, Writes writes, Reads reads) {
        return new RoomController(rooms, writes, reads);
    }

    @Bean
    HostController hostController(HostDesk hosts, Writes writes, Reads reads) {
        return new HostController(hosts, writes, reads);
    }

    @Bean
    ShiftController shiftController(ShiftDesk shifts, Writes writes, Reads reads) {
        return new ShiftController(shifts, writes, reads);
    }

    @Bean
    SessionController sessionController(SessionDesk sessions, Writes writes, Reads reads) {
        return new SessionController(sessions, writes, reads);
    }

    @Bean
    RundownController rundownController(RundownDesk rundowns, Writes writes, MerchantReads merchantReads) {
        return new RundownController(rundowns, writes, merchantReads);
    }

    @Bean
    TemplateController templateController(TemplateDesk templates, Writes writes, Reads reads) {
        return new TemplateController(templates, writes, reads);
    }

    @Bean
    RuleController ruleController(RuleDesk rules, Writes writes, Reads reads) {
        return new RuleController(rules, writes, reads);
    }

    @Bean
    GateController gateController(GateDesk gates, Writes writes, MerchantReads merchantReads) {
        return new GateController(gates, writes, merchantReads);
    }

    @Bean
    ReviewController reviewController(ReviewDesk reviews, MerchantReads merchantReads) {
        return new ReviewController(reviews, merchantReads, InstantSource.system());
    }

    @Bean
    AccessTable livestreamAccess() {
        return LivestreamAccess.table();
    }
}
