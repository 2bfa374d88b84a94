package io.factmatrix.livestream;

import io.factmatrix.ledger.testing.FieldServiceContract;

class LivestreamServiceTest extends FieldServiceContract {

    LivestreamServiceTest() {
        super(LivestreamService.application(), "livestream");
    }
}
