package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.order.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines that stronger fields claim. */
final class OutclaimedLines {

    private OutclaimedLines() {}

    /** Of these orders: the lines, and by which field. */
    static Map<Order.Key, Map<String, Field>> of(JdbcClient jdbc, LedgerId ledger, Collection<String> orders) {
        var outclaimed = new HashMap<Order.Key, Map<String, Field>>();
        if (orders.isEmpty()) {
            return outclaimed;
        }
        OfLedger.sql(jdbc, ledger, """
                        select shop, order_id, line, claimed_by from outclaimed_line
                        where merchant_id = :merchant and field = :field and order_id = any(:orders)
                        """)
                .param("orders", orders.toArray(String[]::new))
                .query(row -> {
                    outclaimed
                            .computeIfAbsent(
                                    new Order.Key(row.getString("shop"), row.getString("order_id")),
                                    key -> new HashMap<>())
                            .put(row.getString("line"), FieldCode.field(row.getShort("claimed_by")));
                });
        return outclaimed;
    }

    /** These are all that are claimed of these orders now. */
    static void keep(JdbcClient jdbc, LedgerId ledger, Map<Order.Key, Map<String, Field>> outclaimed) {
        var shops = new ArrayList<String>();
        var orders = new ArrayList<String>();
        outclaimed.keySet().forEach(key -> {
            shops.add(key.shop());
            orders.add(key.order());
        });
        OfLedger.sql(jdbc, ledger, """
                        delete from outclaimed_line
                        where merchant_id = :merchant and field = :field
                            and (shop, order_id) in (select * from unnest(:shops::text[], :orders::text[]))
                        """)
                .param("shops", shops.toArray(String[]::new))
                .param("orders", orders.toArray(String[]::new))
                .update();
        insert(jdbc, ledger, outclaimed);
    }

    private static void insert(JdbcClient jdbc, LedgerId ledger, Map<Order.Key, Map<String, Field>> outclaimed) {
        var rows = new ArrayList<List<String>>();
        outclaimed.forEach((key, lines) -> lines.forEach(
                (line, by) -> rows.add(List.of(key.shop(), key.order(), line, Short.toString(FieldCode.of(by))))));
        OfLedger.sql(jdbc, ledger, """
                        insert into outclaimed_line (merchant_id, field, shop, order_id, line, claimed_by)
                        select :merchant, :field, shop, order_id, line, claimed_by::smallint
                        from unnest(:shops::text[], :orders::text[], :lines::text[], :by::text[])
                            as claimed (shop, order_id, line, claimed_by)
                        """)
                .param("shops", column(rows, 0))
                .param("orders", column(rows, 1))
                .param("lines", column(rows, 2))
                .param("by", column(rows, 3))
                .update();
    }

    private static String[] column(List<List<String>> rows, int place) {
        return rows.stream().map(row -> row.get(place)).toArray(String[]::new);
    }
}
