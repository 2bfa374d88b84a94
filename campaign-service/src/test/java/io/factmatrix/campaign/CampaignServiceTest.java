package io.factmatrix.campaign;

import io.factmatrix.ledger.testing.FieldServiceContract;

class CampaignServiceTest extends FieldServiceContract {

    CampaignServiceTest() {
        super(CampaignService.application(), "campaign");
    }
}
