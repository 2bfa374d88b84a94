package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.rollup.Cell;
import io.factmatrix.ledger.domain.rollup.Rollup;
import io.factmatrix.ledger.domain.rollup.Sale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rollup tables; a column has the name of what it sums. */
final class Rollups {

    private static final RollupTable.Key SHOP = new RollupTable.Key("shop", Cell::shop);
    private static final RollupTable.Key TOUCHPOINT = new RollupTable.Key("touchpoint", Cell::touchpoint);
    private static final RollupTable.Key PRODUCT = new RollupTable.Key("product", Cell::product);
    private static final RollupTable.Key CURRENCY = new RollupTable.Key("currency", Cell::kind);
    private static final RollupTable.Key KIND = new RollupTable.Key("kind", Cell::kind);
    private static final RollupTable.Key CATEGORY = new RollupTable.Key("category", Cell::category);

    private final RollupTable sales = new RollupTable(
            "sales_rollup",
            List.of(SHOP, TOUCHPOINT, PRODUCT, CURRENCY),
            Arrays.stream(Sale.values()).map(Rollups::column).toList());
    private final RollupTable yielded = new RollupTable(
            "yielded_rollup",
            List.of(SHOP, TOUCHPOINT, PRODUCT, CURRENCY),
            Sale.OF_ORDERS.stream().map(Rollups::column).toList());
    private final RollupTable traffic = new RollupTable(
            "traffic_rollup",
            List.of(SHOP, TOUCHPOINT, PRODUCT),
            Stream.concat(
                            Arrays.stream(Counter.values()).map(Rollups::column),
                            Arrays.stream(Counter.values()).map(Rollups::reportsColumn))
                    .toList());
    private final RollupTable costs = new RollupTable(
            "cost_rollup", List.of(SHOP, TOUCHPOINT, PRODUCT, CURRENCY, CATEGORY), List.of("amount", "events"));
    private final RollupTable tickets =
            new RollupTable("ticket_rollup", List.of(SHOP, TOUCHPOINT, PRODUCT, KIND), List.of("events"));

    private final JdbcTemplate jdbc;

    Rollups(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(LedgerId ledger, Rollup change) {
        sales.add(jdbc, ledger, change.sales());
        yielded.add(jdbc, ledger, change.yielded());
        traffic.add(jdbc, ledger, change.traffic());
        costs.add(jdbc, ledger, change.costs());
        tickets.add(jdbc, ledger, change.tickets());
    }

    static String column(Enum<?> sum) {
        return sum.name().toLowerCase(Locale.ROOT);
    }

    static String reportsColumn(Counter counter) {
        return column(counter) + "_reports";
    }
}
