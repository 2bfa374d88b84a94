package io.factmatrix.creator;

import io.factmatrix.ledger.testing.FieldServiceContract;

class CreatorServiceTest extends FieldServiceContract {

    CreatorServiceTest() {
        super(CreatorService.application(), "creator");
    }
}
