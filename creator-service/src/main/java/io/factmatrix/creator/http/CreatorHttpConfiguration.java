package io.factmatrix.creator.http;

import io.factmatrix.creator.application.CollaborationDesk;
import io.factmatrix.creator.application.CommissionDesk;
import io.factmatrix.creator.application.CreatorDesk;
import io.factmatrix.creator.application.MarginalDesk;
import io.factmatrix.creator.application.OutreachDesk;
import io.factmatrix.creator.application.ParticipationDesk;
import io.factmatrix.creator.application.RoiDesk;
import io.factmatrix.creator.application.ScreeningDesk;
import io.factmatrix.creator.application.StatementDesk;
import io.factmatrix.kit.connection.BodyLimit;
import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.paging.Cursors;
import io.factmatrix.kit.read.Reads;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.write.Writes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The resources of this field, and who may do what with them. */
@Configuration(proxyBeanMethods = false)
public class CreatorHttpConfiguration {

    @Bean
    CreatorController creatorController(CreatorDesk creators, Writes writes, Reads reads) {
        return new CreatorController(creators, writes, reads);
    }

    @Bean
    ScreeningController screeningController(
            ScreeningDesk screenings, Writes writes, Reads reads, MerchantReads merchantReads, Cursors cursors) {
        return new ScreeningController(screenings, writes, reads, merchantReads, cursors);
    }

    @Bean
    OutreachController outreachController(OutreachDesk outreaches, Writes writes, Reads reads) {
        return new OutreachController(outreaches, writes, reads);
    }

    @Bean
    CollaborationController collaborationController(CollaborationDesk collaborations, Writes writes, Reads reads) {
        return new CollaborationController(collaborations, writes, reads);
    }

    @Bean
    ParticipationController participationController(ParticipationDesk participations, Writes writes, Reads reads) {
        return new ParticipationController(participations, writes, reads);
    }

    @Bean
    CommissionController commissionController(CommissionDesk commissions, MerchantReads reads, Cursors cursors) {
        return new CommissionController(commissions, reads, cursors);
    }

    @Bean
    StatementController statementController(
            StatementDesk statements, Writes writes, Reads reads, MerchantReads merchantReads, Cursors cursors) {
        return new StatementController(statements, writes, reads, merchantReads, cursors);
    }

    @Bean
    ReturnController returnController(RoiDesk rois, MarginalDesk marginals, MerchantReads reads) {
        return new ReturnController(rois, marginals, reads);
    }

    @Bean
    BreakEvenController breakEvenController() {
        return new BreakEvenController();
    }

    @Bean
    BodyLimit creatorImportBody() {
        return BodyLimit.atMost(CreatorController.LIMITS.bytes(), HttpMethod.POST, CreatorController.IMPORTS);
    }

    @Bean
    AccessTable creatorAccess() {
        return CreatorAccess.table();
    }
}
