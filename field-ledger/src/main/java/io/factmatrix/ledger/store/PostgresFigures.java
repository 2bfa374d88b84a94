package io.factmatrix.ledger.store;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.SumsOfWindow;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.settlement.Cursor;
import io.factmatrix.ledger.domain.settlement.Feed;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums the rollups of a window; people, who do not add up, are counted and sketched from the facts. */
public final class PostgresFigures implements FieldSums {

    private static final String COUNTERS = Arrays.stream(Counter.values())
            .map(counter -> "case when sum(%s) > 0 then sum(%s) end as %s"
                    .formatted(Rollups.reportsColumn(counter), Rollups.column(counter), Rollups.column(counter)))
            .collect(Collectors.joining(", "));

    private static final String BUCKETS =
            "where merchant_id = :merchant and field = :field and bucket >= :from and bucket < :to";

    /** Held in memory while they are read; the driver keeps to it, since figures are read in a transaction. */
    private static final int BUYERS_AT_A_TIME = 10_000;

    private final JdbcClient jdbc;
    private final PostgresHistory history;

    public PostgresFigures(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.history = new PostgresHistory(template);
    }

    @Override
    public Map<Field, Standing> standings(MerchantId merchant, Set<Field> fields) {
        var cursors = cursors(merchant, fields);
        var standings = new EnumMap<Field, Standing>(Field.class);
        fields.forEach(field -> standings.put(field, Standing.START));
        asked(merchant, fields, """
                        select field, watermark, recorded_at, settlement, told, clock_timestamp() as now from ledger
                        where merchant_id = :merchant and field in (:fields)
                        """).query(row -> {
            var field = FieldCode.field(row.getShort("field"));
            var position = position(row);
            standings.put(
                    field,
                    new Standing(
                            position,
                            due(new LedgerId(merchant, field), position, EventRow.time(row, "now")),
                            row.getLong("told"),
                            least(cursors, field, EnumSet.allOf(Feed.class), Cursor::through),
                            least(cursors, field, EnumSet.of(Feed.SHARED, Feed.FIRSTS), Cursor::position),
                            Map.of()));
        });
        return standings;
    }

    /** Asked of the history only while the ledger moves. */
    private long due(LedgerId ledger, Position position, Instant now) {
        var then = now.minus(Standing.SETTLES_WITHIN);
        return position.recordedAt() == null || position.recordedAt().isBefore(then)
                ? position.watermark()
                : history.position(ledger, then).watermark();
    }

    private record Followed(Field field, Field source, Feed feed) {}

    private Map<Followed, Cursor> cursors(MerchantId merchant, Set<Field> fields) {
        var cursors = new HashMap<Followed, Cursor>();
        asked(merchant, fields, """
                        select field, source, feed, position, through from settled
                        where merchant_id = :merchant and field in (:fields)
                        """).query(row -> {
            cursors.put(
                    new Followed(
                            FieldCode.field(row.getShort("field")),
                            FieldCode.field(row.getShort("source")),
                            Feed.of(row.getString("feed"))),
                    new Cursor(row.getLong("position"), row.getLong("through")));
        });
        return cursors;
    }

    /** Of each source, as far as the last of these feeds is taken in that the field follows. */
    private static Map<Field, Long> least(
            Map<Followed, Cursor> cursors, Field field, Set<Feed> feeds, ToLongFunction<Cursor> of) {
        var sources = new EnumMap<Field, Long>(Field.class);
        for (var source : Field.values()) {
            Feed.followed(field, source).stream()
                    .filter(feeds::contains)
                    .mapToLong(feed ->
                            of.applyAsLong(cursors.getOrDefault(new Followed(field, source, feed), Cursor.START)))
                    .min()
                    .ifPresent(least -> sources.put(source, least));
        }
        return sources;
    }

    private JdbcClient.StatementSpec asked(MerchantId merchant, Set<Field> fields, String sql) {
        return jdbc.sql(sql)
                .param("merchant", merchant.value())
                .param("fields", fields.stream().map(FieldCode::of).toList());
    }

    static Position position(ResultSet row) throws SQLException {
        var recorded = row.getObject("recorded_at", OffsetDateTime.class);
        return new Position(
                row.getLong("watermark"), recorded == null ? null : recorded.toInstant(), row.getLong("settlement"));
    }

    @Override
    public Figures figures(LedgerId ledger, Window window) {
        return new Pieces(ledger, window, List.of(window.from())).read(true).figures(0);
    }

    @Override
    public Map<TouchpointKind, Figures> byKind(LedgerId ledger, Window window, Map<String, TouchpointKind> kinds) {
        return new Pieces(ledger, window, List.of(window.from()))
                .readPlaced()
                .of(0)
                .byKind(kinds);
    }

    @Override
    public List<Point> series(LedgerId ledger, Window window, List<Instant> starts, boolean people) {
        return new Pieces(ledger, window, starts).read(people).points();
    }

    /** A window in pieces, each of which begins where the one before ends: what is asked of the store is asked for all of them at once. */
    private final class Pieces {

        private final LedgerId ledger;
        private final Window window;
        private final List<Instant> starts;
        private final Map<Integer, SumsOfWindow> sums = new TreeMap<>();
        private final Map<Integer, BigInteger> newBuyers = new HashMap<>();
        private final Map<Integer, Counting> buyers = new HashMap<>();

        Pieces(LedgerId ledger, Window window, List<Instant> starts) {
            this.ledger = ledger;
            this.window = window;
            this.starts = starts;
        }

        /** What is kept by touchpoint. */
        Pieces readPlaced() {
            sales();
            yielded();
            traffic();
            return this;
        }

        Pieces read(boolean people) {
            readPlaced();
            costs();
            tickets();
            if (people) {
                newBuyers();
                buyers();
            }
            return this;
        }

        Figures figures(int piece) {
            return of(piece)
                    .figures(
                            newBuyers.getOrDefault(piece, BigInteger.ZERO),
                            buyers.getOrDefault(piece, new Counting()).counted());
        }

        List<Point> points() {
            newBuyers.keySet().forEach(this::of);
            buyers.keySet().forEach(this::of);
            return sums.keySet().stream()
                    .map(piece -> new Point(starts.get(piece), figures(piece)))
                    .toList();
        }

        private SumsOfWindow of(int piece) {
            return sums.computeIfAbsent(piece, empty -> new SumsOfWindow(window.currency()));
        }

        private SumsOfWindow of(ResultSet row) throws SQLException {
            return of(row.getInt("piece"));
        }

        private void sales() {
            placed("bucket", """
                            touchpoint, currency, sum(gmv) as gmv, sum(refunds) as refunds,
                                sum(refunds_of_period) as refunds_of_period, sum(units) as units, sum(lines) as lines,
                                sum(lines_with_audience) as lines_with_audience, sum(%s) as orders
                            from sales_rollup %s
                            group by piece, touchpoint, currency having sum(lines) > 0 or sum(refunds) > 0
                            """.formatted(Rollups.column(window.orders()), buckets()))
                    .query(row -> {
                        of(row).sales(
                                        row.getString("touchpoint"),
                                        row.getString("currency"),
                                        new SumsOfWindow.Sales(
                                                whole(row, "gmv"),
                                                whole(row, "refunds"),
                                                whole(row, "refunds_of_period"),
                                                whole(row, "units"),
                                                whole(row, "lines"),
                                                whole(row, "lines_with_audience"),
                                                whole(row, "orders")));
                    });
        }

        private void yielded() {
            placed("bucket", """
                            touchpoint, sum(%s) as orders
                            from yielded_rollup %s and currency = :currency group by piece, touchpoint
                            """.formatted(Rollups.column(window.orders()), buckets()))
                    .param("currency", window.currency())
                    .query(row -> {
                        of(row).yielded(row.getString("touchpoint"), whole(row, "orders"));
                    });
        }

        private void traffic() {
            placed(
                            "bucket",
                            "touchpoint, %s from traffic_rollup %s group by piece, touchpoint"
                                    .formatted(COUNTERS, buckets()))
                    .query(row -> {
                        for (var counter : Counter.values()) {
                            var value = row.getBigDecimal(Rollups.column(counter));
                            if (value != null) {
                                of(row).traffic(row.getString("touchpoint"), counter, value.toBigIntegerExact());
                            }
                        }
                    });
        }

        private void costs() {
            placed("bucket", """
                            currency, category, sum(amount) as amount
                            from cost_rollup %s group by piece, currency, category having sum(events) > 0
                            """.formatted(buckets())).query(row -> {
                of(row).cost(row.getString("currency"), row.getString("category"), whole(row, "amount"));
            });
        }

        private void tickets() {
            placed(
                            "bucket",
                            "kind, sum(events) as events from ticket_rollup %s group by piece, kind"
                                    .formatted(buckets()))
                    .query(row -> {
                        of(row).tickets(row.getString("kind"), whole(row, "events"));
                    });
        }

        /** In whatever currency they paid. */
        private void newBuyers() {
            placed("occurred_at", """
                            count(*) as people from first_purchase
                            where merchant_id = :merchant and field = :field
                                and occurred_at >= :from and occurred_at < :to and is_new
                                %s
                            group by piece
                            """.formatted(filter())).query(row -> {
                newBuyers.put(row.getInt("piece"), BigInteger.valueOf(row.getLong("people")));
            });
        }

        /**
         * Each of them once, grouped since that is hashed, where a distinct one is sorted; so their number is exact.
         *
         * <p>What is not counted is not joined: of tables that have just grown the planner knows nothing, and would compare each row with each. {@code exists … is false} is no
         * join; its answers are looked up or hashed, whichever is less for that many rows. That it is dear by the planner's reckoning must not choose how events are read and
         * grouped; hence {@code offset} and {@code materialized}.
         */
        private void buyers() {
            placed("""
                            with paid as materialized (
                                select piece, audience from (
                                    select %s as piece, audience, event_id from event
                                    where merchant_id = :merchant and field = :field and type = 'order.paid' and not sample
                                        and audience is not null
                                        and occurred_at >= :from and occurred_at < :to and currency = :currency
                                        %s
                                    offset 0) as line
                                where exists (
                                    select from event_state
                                    where merchant_id = :merchant and field = :field
                                        and event_state.event_id = line.event_id) is false)
                            select piece, audience from paid group by piece, audience
                            """.formatted(piece("occurred_at"), filter()))
                    .param("currency", window.currency())
                    .withFetchSize(BUYERS_AT_A_TIME)
                    .query(row -> {
                        buyers.computeIfAbsent(row.getInt("piece"), first -> new Counting())
                                .add(row.getString("audience"));
                    });
        }

        private String buckets() {
            return BUCKETS + filter();
        }

        /**
         * What is asked for, and nothing else: a statement that fits every question gets one plan for all of them, which reads
         * everything though a touchpoint has an index.
         */
        private String filter() {
            return (window.shop() == null ? "" : " and shop = :shop")
                    + (window.product() == null ? "" : " and product = :product")
                    + (window.touchpoint() == null ? "" : " and touchpoint = :touchpoint");
        }

        /**
         * @param moment the column by which a row belongs to a piece
         * @param rest of a statement that selects the piece first
         */
        private JdbcClient.StatementSpec placed(String moment, String rest) {
            return placed("select %s as piece, %s".formatted(piece(moment), rest));
        }

        private JdbcClient.StatementSpec placed(String sql) {
            return OfLedger.sql(jdbc, ledger, sql)
                    .param("starts", starts.stream().map(Instant::toString).toArray(String[]::new))
                    .param("from", window.from().atOffset(ZoneOffset.UTC))
                    .param("to", window.to().atOffset(ZoneOffset.UTC))
                    .param("shop", window.shop())
                    .param("product", window.product())
                    .param("touchpoint", window.touchpoint());
        }

        /** Counted from 0. A whole window needs not be looked for; of several the starts are read once, and not once a row. */
        private String piece(String moment) {
            return starts.size() == 1 ? "0" : "width_bucket(%s, (select :starts::timestamptz[])) - 1".formatted(moment);
        }
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        var value = row.getBigDecimal(column);
        return value == null ? BigInteger.ZERO : value.toBigIntegerExact();
    }
}
