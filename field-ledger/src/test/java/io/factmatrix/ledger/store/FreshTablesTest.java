package io.factmatrix.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.ledger.testing.TestLedger;
import org.junit.jupiter.api.Test;

/** What is read right after a bulk load, before the store has looked at its tables. */
class FreshTablesTest {

    private static final int LINES = 20_000;

    @Test
    void buyersAreCountedBeforeTheStoreKnowsItsTables() {
        var ledger = new TestLedger();
        for (var table : new String[] {"event", "event_state"}) {
            ledger.store().asOwner().execute("alter table %s set (autovacuum_enabled = off)".formatted(table));
        }
        var id = TestLedger.fresh();
        ledger.transactions()
                .write(id.merchant(), () -> load(ledger, id.merchant().value(), FieldCode.of(id.field())));
        // By a plan that compares each line with each this takes two minutes.
        assertThat(ledger.figures(id).buyers().people().value()).isEqualTo(LINES / 2);
    }

    /** Each second line was replaced by nothing, which no ingest does, and here is all that matters. */
    private static int load(TestLedger ledger, String merchant, short field) {
        ledger.jdbc().update("""
                        insert into event (merchant_id, field, watermark, event_id, recorded_at, type, occurred_at, shop, touchpoint,
                            product, audience, order_id, line, line_slot, quantity, amount, currency, sample)
                        select ?, ?, number, 'e-' || number, now(), 'order.paid', ?::timestamptz + number * interval '1 second', 'main', 't-1',
                            'p-1', 'u-' || number, 'o-' || number, '1', number, 1, 100, 'CNY', false
                        from generate_series(1, ?) as number
                        """, merchant, field, TestLedger.DAY.toString(), LINES);
        return ledger.jdbc().update("""
                        insert into event_state select ?, ?, 'e-' || number, 'replaced' from generate_series(1, ?, 2) as number
                        """, merchant, field, LINES);
    }
}
