package io.factmatrix.kol;

import io.factmatrix.ledger.testing.FieldServiceContract;

class KolServiceTest extends FieldServiceContract {

    KolServiceTest() {
        super(KolService.application(), "kol");
    }
}
