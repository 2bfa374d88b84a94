package io.factmatrix.creator;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.testing.TestStore;
import io.factmatrix.ledger.testing.RunningService;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    /** As when one of them goes on while the others, with greater numbers, have been applied already. */
    @Test
    void thoseOfKitLedgerAndServiceGoOnApart() {
        var store = TestStore.migrated("classpath:db/kit", "classpath:db/creator");
        try (var service = new RunningService(CreatorService.application(), store)) {
            assertThat(service.store()
                            .asOwner()
                            .queryForList("select version from flyway_schema_history where success", String.class))
                    .contains("1", "1001", "2001");
            assertThat(store.tablesWithoutTheirLocks()).isEmpty();
        }
    }
}
