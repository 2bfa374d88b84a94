package io.factmatrix.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.lines.LineError;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import io.factmatrix.ledger.domain.arrival.FieldArrivals;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.FieldKinds;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.Ratio;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import io.factmatrix.ledger.domain.selection.FieldProducts;
import io.factmatrix.ledger.domain.selection.FieldSales;
import io.factmatrix.ledger.domain.selection.PieceSales;
import io.factmatrix.ledger.domain.selection.ProductSales;
import io.factmatrix.ledger.domain.selection.RankedProducts;
import io.factmatrix.ledger.domain.selection.SalesQuestion;
import io.factmatrix.ledger.domain.settlement.Standing;
import io.factmatrix.plan.domain.Promise;
import io.factmatrix.plan.domain.Rulebook;
import io.factmatrix.plan.domain.Sight;
import io.factmatrix.plan.domain.calendar.CalendarEntry;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's contract in a few lines: an event with {@code "bad"} in it is rejected, one with a known line is a duplicate, any
 * other is stored; figures are those it was given. Behaves as badly as it is told to.
 */
public final class StubService implements AutoCloseable {

    private static final Pattern RESOURCE = Pattern.compile(
            "^/v1/merchants/[^/]+/(rooms|hosts|shifts|sessions|rundown-templates|gate-rules"
                    + "|creators|screenings|outreaches|collaborations|participations|commissions|settlement-statements|marginal-creators|break-evens|campaigns|offers|promise-rules|product-limits|kols|engagements|audit-trail)\\b");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of an exported ledger. */
    public static final String BLOCK = "{\"n\":\"%s\"}\n".formatted("1".repeat(16 * 1024 - 9));

    /** How it answers. */
    public enum Mood {
        WELL,
        HANGING,
        FAILING,
        TALKING_NONSENSE,
        DECIDING_HALF,
        REFUSING_TOKENS,
        SLOW
    }

    private final DisposableServer server;
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final List<List<String>> bodies = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<Field, FieldFigures> figures = new EnumMap<>(Field.class);
    private final Map<Field, Map<TouchpointKind, Figures>> kinds = new EnumMap<>(Field.class);
    private final Map<Field, Audience> audiences = new EnumMap<>(Field.class);
    private final Map<Field, List<Point>> days = new EnumMap<>(Field.class);
    private final Map<Field, List<String>> conflicts = new EnumMap<>(Field.class);
    private final Map<Field, List<String>> corrections = new EnumMap<>(Field.class);
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final List<String> campaigns = new CopyOnWriteArrayList<>();
    private volatile Sight promised = new Sight(List.of(), List.of(), null);
    private volatile List<CalendarEntry> entries = List.of();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger looksBack = new AtomicInteger();
    private volatile Map<String, String> lastHeaders = Map.of();
    private volatile int unsettled;
    private volatile @Nullable Instant awayFrom;
    private volatile @Nullable Instant awayTo;
    private volatile int blocks = 1;
    private final AtomicInteger blocksTaken = new AtomicInteger();
    private volatile boolean exporting;
    private volatile Mood mood = Mood.WELL;

    public StubService() {
        server = HttpServer.create()
                .host("localhost")
                .route(routes -> routes.route(this::isTold, this::told)
                        .post("/v1/merchants/{m}/events", this::ingest)
                        .get("/v1/merchants/{m}/events", this::stream)
                        .get("/v1/merchants/{m}/exports/ledger", this::export)
                        .get("/v1/merchants/{m}/events/{id}", this::echo)
                        .get("/v1/merchants/{m}/campaigns/{campaign}", this::campaign)
                        .get("/v1/merchants/{m}/campaigns", this::campaigns)
                        .get("/v1/merchants/{m}/engagements/{engagement}", this::engagement)
                        .route(StubService::isResource, this::resource)
                        .get("/v1/merchants/{m}/positions", this::positions)
                        .get("/v1/merchants/{m}/fields/{field}/figures", this::figures)
                        .get("/v1/merchants/{m}/fields/{field}/kinds", this::kinds)
                        .get("/v1/merchants/{m}/fields/{field}/audience", this::audience)
                        .get("/v1/merchants/{m}/fields/{field}/after-sales", this::afterSales)
                        .get("/v1/merchants/{m}/fields/{field}/arrivals", this::arrivals)
                        .get("/v1/merchants/{m}/fields/{field}/series", this::series)
                        .post("/v1/merchants/{m}/fields/{field}/sales", this::sales)
                        .get("/v1/merchants/{m}/fields/{field}/products", this::products)
                        .get("/v1/merchants/{m}/fields/{field}/conflicts", this::conflicts)
                        .post("/v1/merchants/{m}/fields/{field}/looks", this::look)
                        .get("/v1/merchants/{m}/fields/{field}/promises", this::promises)
                        .get("/v1/merchants/{m}/fields/{field}/calendar", this::calendar)
                        .get("/v1/merchants/{m}/fields/{field}/corrections", this::corrections))
                .bindNow();
    }

    public String uri() {
        return "http://localhost:" + server.port();
    }

    public void is(Mood now) {
        mood = now;
    }

    /** Forgets what it was told and what it stored. */
    public void reset() {
        mood = Mood.WELL;
        stored.clear();
        bodies.clear();
        requests.clear();
        figures.clear();
        kinds.clear();
        audiences.clear();
        days.clear();
        conflicts.clear();
        corrections.clear();
        campaigns.clear();
        told.clear();
        promised = new Sight(List.of(), List.of(), null);
        entries = List.of();
        looks.set(0);
        looksBack.set(0);
        unsettled = 0;
        awayFrom = null;
        awayTo = null;
        blocks = 1;
        blocksTaken.set(0);
    }

    /** Its ledgers are so many blocks long, when they are exported. */
    public void exports(int ledger) {
        blocks = ledger;
    }

    /** Of the last export: so many blocks were asked for. */
    public int blocksTaken() {
        return blocksTaken.get();
    }

    /** Whether somebody still is to get more of an export. */
    public boolean isExporting() {
        return exporting;
    }

    /** Those of the last request, by names in lower case. */
    public Map<String, String> lastHeaders() {
        return lastHeaders;
    }

    /** It fails when it is asked for a series that begins then, the end excluded. */
    public void isAwayFor(Instant from, Instant to) {
        awayFrom = from;
        awayTo = to;
    }

    /** So often it answers that its ledgers have not taken in the others as of a moment. */
    public void settlesAfter(int times) {
        unsettled = times;
    }

    /** How often it was asked how far its ledgers had come as of a moment. */
    public int looksBack() {
        return looksBack.get();
    }

    /** Figures of so much GMV, in minor units, and of nothing else. */
    public static Figures gmv(long minor) {
        return figures(minor, Map.of());
    }

    /** The same, with ratios. */
    public static Figures figures(long gmv, Map<Ratio, Figures.Fraction> ratios) {
        var none = Figures.NONE;
        return new Figures(
                BigInteger.valueOf(gmv),
                none.refunds(),
                none.refundsOfPeriod(),
                none.units(),
                none.paidLines(),
                none.paidLinesWithAudience(),
                none.orders(),
                none.ordersOfWhole(),
                none.newBuyers(),
                none.buyers(),
                none.costs(),
                none.tickets(),
                none.traffic(),
                ratios,
                none.otherCurrencies());
    }

    /** These saw something, and did nothing. */
    public static Audience saw(String... people) {
        var saw = new AudienceSketch.Gathering();
        List.of(people).forEach(saw::add);
        var nobody = Audience.NONE;
        return Audience.of(saw.sketch(), nobody.interested(), nobody.purchased(), nobody.loyal(), nobody.days());
    }

    /** Whom it reached in that field. */
    public void reached(Field field, Audience of) {
        audiences.put(field, of);
    }

    /** What it answers for that field. */
    public void has(Field field, long watermark, Figures of) {
        var recorded = watermark == 0 ? null : Instant.parse("2026-06-20T01:02:03.004Z");
        figures.put(field, new FieldFigures(field, settled(new Position(watermark, recorded, 0)), of));
    }

    /** Where that happened, by kind of touchpoint. */
    public void hasAt(Field field, Map<TouchpointKind, Figures> of) {
        kinds.put(field, of);
    }

    /** Which events of that field contradict something, in the order of their ids. */
    public void hasConflicts(Field field, String... events) {
        conflicts.put(field, List.of(events));
    }

    /** What its field promises. */
    public void promises(@Nullable Rulebook rulebook, Promise... promises) {
        promised = new Sight(List.of(promises), List.of(), rulebook);
    }

    /** What happens in its field. */
    public void plans(CalendarEntry... planned) {
        entries = List.of(planned);
    }

    /** Which events recorded in that field correct something. */
    public void hasCorrections(Field field, String... events) {
        corrections.put(field, List.of(events));
    }

    /** One that takes account of more than any other ledger holds. */
    public static Standing settled(Position position) {
        var all = new EnumMap<Field, Long>(Field.class);
        var none = new EnumMap<Field, Long>(Field.class);
        for (var source : Field.values()) {
            all.put(source, 1_000_000L);
            none.put(source, 0L);
        }
        return new Standing(position, position.watermark(), 0, all, all, none);
    }

    /** The lines of each body that came in. */
    public List<List<String>> bodies() {
        return bodies;
    }

    public Set<String> stored() {
        return stored;
    }

    /** How often it was asked how far its ledgers have come. */
    public int looks() {
        return looks.get();
    }

    /** The paths with queries, and the tokens, of every other request. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> ingest(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        return request.receive().aggregate().asString(UTF_8).flatMap(body -> {
            var lines = List.of(body.split("\n"));
            bodies.add(lines);
            return switch (mood) {
                case HANGING -> Mono.never();
                case FAILING -> response.status(500).send();
                case TALKING_NONSENSE -> answer(response, 200, Map.of("received", 1));
                case REFUSING_TOKENS ->
                    answer(response, 401, Map.of("code", "token.invalid", "detail", "token: expired"));
                case DECIDING_HALF -> {
                    int half = lines.size() / 2;
                    yield answer(
                            response,
                            503,
                            decide(lines.subList(0, half)).plus(IngestAnswer.undecided(lines.size() - half)));
                }
                case SLOW ->
                    Mono.delay(Duration.ofMillis(300)).then(Mono.defer(() -> answer(response, 200, decide(lines))));
                case WELL -> answer(response, 200, decide(lines));
            };
        });
    }

    private IngestAnswer decide(List<String> lines) {
        int fresh = 0;
        int known = 0;
        var errors = new ArrayList<LineError>();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.contains("bad")) {
                errors.add(new LineError(at + 1, null, "amount.invalid", "amount: bad"));
            } else if (stored.add(line)) {
                fresh++;
            } else {
                known++;
            }
        }
        return IngestAnswer.accepted(fresh, known, Map.of("f" + server.port(), String.valueOf(stored.size())))
                .plus(IngestAnswer.rejected(errors));
    }

    private Publisher<Void> positions(HttpServerRequest request, HttpServerResponse response) {
        looks.incrementAndGet();
        boolean past = request.uri().contains("asOf=");
        if (past && request.uri().contains("asOf=2099")) {
            return answer(response, 400, Map.of("code", "asOf.invalid", "detail", "asOf: 2099 (expected: past)"));
        }
        boolean settled = !past || looksBack.incrementAndGet() > unsettled;
        var positions = new TreeMap<String, Standing>();
        for (var field : Field.values()) {
            var known = figures.get(field);
            var standing = known == null ? Standing.START : known.standing();
            positions.put(field.word(), settled ? standing : behind(standing));
        }
        return inTrouble(response)
                .orElseGet(() -> mood == Mood.SLOW
                        ? Mono.delay(Duration.ofMillis(700)).then(Mono.defer(() -> answer(response, 200, positions)))
                        : answer(response, 200, positions));
    }

    private static Standing behind(Standing standing) {
        return new Standing(standing.position(), standing.due(), standing.told(), Map.of(), Map.of(), Map.of());
    }

    private Optional<Publisher<Void>> inTrouble(HttpServerResponse response) {
        return switch (mood) {
            case HANGING -> Optional.of(Mono.never());
            case FAILING -> Optional.of(response.status(500).send());
            case TALKING_NONSENSE -> Optional.of(answer(response, 200, List.of("nonsense")));
            case REFUSING_TOKENS -> Optional.of(answer(response, 401, Map.of("code", "token.invalid")));
            default -> Optional.empty();
        };
    }

    private Publisher<Void> figures(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        var known = figures.getOrDefault(field, new FieldFigures(field, Standing.START, Figures.NONE));
        return inTrouble(response).orElseGet(() -> answer(response, 200, known));
    }

    /** Everything at touchpoints that nothing names, until it was told otherwise. */
    private Publisher<Void> kinds(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        var known = figures.getOrDefault(field, new FieldFigures(field, Standing.START, Figures.NONE));
        var of = kinds.getOrDefault(field, Map.of(TouchpointKind.OTHER, known.figures()));
        return inTrouble(response).orElseGet(() -> answer(response, 200, new FieldKinds(field, known.standing(), of)));
    }

    private Publisher<Void> audience(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        var known = figures.getOrDefault(field, new FieldFigures(field, Standing.START, Figures.NONE));
        var audience = new FieldAudience(field, known.standing(), audiences.getOrDefault(field, Audience.NONE));
        return inTrouble(response).orElseGet(() -> answer(response, 200, audience));
    }

    /** What its series of that field has, where it is asked for. */
    public void hasSeries(Field field, List<Point> points) {
        days.put(field, points);
    }

    private List<Point> points(Field field, Instant from, Instant to) {
        var known = figures.get(field);
        var ofSeries = days.getOrDefault(field, known == null ? List.of() : List.of(new Point(from, known.figures())));
        return ofSeries.stream()
                .filter(point -> !point.start().isBefore(from) && point.start().isBefore(to))
                .toList();
    }

    /** All that it has lies at the window's beginning, if it was not given a series. */
    private Publisher<Void> series(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        var known = figures.get(field);
        var points = points(field, Instant.parse(asked(request, "from")), Instant.parse(asked(request, "to")));
        var standing = known == null ? Standing.START : known.standing();
        if (isAwayFor(Instant.parse(asked(request, "from")))) {
            return response.status(500).send();
        }
        return inTrouble(response).orElseGet(() -> answer(response, 200, new FieldSeries(field, standing, points)));
    }

    private boolean isAwayFor(Instant from) {
        var begin = awayFrom;
        var end = awayTo;
        return begin != null && end != null && !from.isBefore(begin) && from.isBefore(end);
    }

    /** All that it has was sold at the beginning of what it is asked for, whatever the selection. */
    private Publisher<Void> sales(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        return request.receive().aggregate().asString(UTF_8).flatMap(body -> {
            var known = figures.getOrDefault(field, new FieldFigures(field, Standing.START, Figures.NONE));
            var sales = JSON.readValue(body, SalesQuestion.class).times().stream()
                    .map(time -> List.of(new PieceSales(
                            time.starts().get(0),
                            known.figures().gmv(),
                            known.figures().refunds(),
                            known.figures().refundsOfPeriod(),
                            known.figures().units())))
                    .toList();
            var begun = Instant.parse("2026-01-01T00:00:00Z");
            return inTrouble(response)
                    .map(Mono::from)
                    .orElseGet(() -> answer(response, 200, new FieldSales(field, known.standing(), begun, sales)));
        });
    }

    /** One product, of which all was sold. */
    private Publisher<Void> products(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        var known = figures.getOrDefault(field, new FieldFigures(field, Standing.START, Figures.NONE));
        var of = known.figures();
        var sold = List.of(new ProductSales("p-1", of.gmv(), of.refunds(), of.refundsOfPeriod(), of.units()));
        var products = of.gmv().signum() == 0
                ? RankedProducts.NONE
                : new RankedProducts(1, sold, sold, of.refundsOfPeriod().signum() == 0 ? List.of() : sold);
        return inTrouble(response)
                .orElseGet(() -> answer(response, 200, new FieldProducts(field, known.standing(), products)));
    }

    /** Has that campaign, the newest first; so long as it has none, whichever is asked for is a draft of June 2026. */
    public void hasCampaigns(String... ids) {
        campaigns.addAll(List.of(ids));
    }

    private Publisher<Void> campaign(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var id = String.valueOf(request.param("campaign"));
        if (!campaigns.isEmpty() && !campaigns.contains(id)) {
            return answer(
                    response,
                    404,
                    Map.of("code", "campaign.unknown", "detail", "campaign: " + id + " (expected: one that there is)"));
        }
        return inTrouble(response)
                .orElseGet(() -> answer(
                        response.header("ETag", "\"7\"").header("Location", "/made"), 201, campaign(id, request)));
    }

    private Publisher<Void> engagement(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var engagement = new TreeMap<String, Object>(Map.of(
                "asked", request.method() + " " + request.uri(),
                "body", "",
                "id", String.valueOf(request.param("engagement")),
                "state", "live",
                "start", "2026-06-18T12:00:00Z",
                "end", "2026-06-18T16:00:00Z",
                "shop", "main",
                "touchpoint", "night-1",
                "slotFee", Map.of("amount", "9", "currency", "JPY")));
        return inTrouble(response)
                .orElseGet(() -> answer(response.header("ETag", "\"7\"").header("Location", "/made"), 201, engagement));
    }

    /** One a page, as it is asked for by its cursor. */
    private Publisher<Void> campaigns(HttpServerRequest request, HttpServerResponse response) {
        if (campaigns.isEmpty()) {
            return resource(request, response);
        }
        note(request);
        var given = new QueryStringDecoder(request.uri()).parameters().get("cursor");
        int at = given == null ? 0 : campaigns.indexOf(given.get(0));
        if (at < 0) {
            return answer(
                    response,
                    400,
                    Map.of("code", "cursor.invalid", "detail", "cursor: that (expected: one that was answered)"));
        }
        var page = new TreeMap<String, @Nullable Object>();
        page.put("items", List.of(campaign(campaigns.get(at), request)));
        page.put("nextCursor", at + 1 < campaigns.size() ? campaigns.get(at + 1) : null);
        return inTrouble(response).orElseGet(() -> answer(response, 200, page));
    }

    private static Map<String, Object> campaign(String id, HttpServerRequest request) {
        var campaign = new TreeMap<String, Object>();
        campaign.put("asked", request.method() + " " + request.uri());
        campaign.put("body", "");
        campaign.put("id", id);
        campaign.put("kind", "platform-promotion");
        campaign.put("name", "618");
        campaign.put("state", "draft");
        campaign.put("ofALaterRelease", 1);
        campaign.put(
                "phases",
                List.of(Map.of("phase", "burst", "start", "2026-05-31T16:00:00Z", "end", "2026-06-01T16:00:00Z")));
        campaign.put("goals", Map.of("gmv", Map.of("amount", "9.00", "currency", "JPY"), "orders", 7));
        campaign.put("budgets", List.of());
        campaign.put(
                "scope",
                Map.of(
                        "products", List.of("serum"),
                        "touchpoints", List.of(Map.of("field", "kol", "touchpoint", "night", "note", "-")),
                        "shops", List.of()));
        campaign.put("pages", List.of(Map.of("shop", "main", "touchpoint", "p-1")));
        return campaign;
    }

    /** As a ledger does: behind an id, with the last one as the cursor when there are more; of a kind when one is asked for. */
    private Publisher<Void> conflicts(HttpServerRequest request, HttpServerResponse response) {
        return list(request, response, conflicts, StubService::conflict);
    }

    private Publisher<Void> corrections(HttpServerRequest request, HttpServerResponse response) {
        return list(request, response, corrections, StubService::correction);
    }

    private Publisher<Void> look(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        return request.receive()
                .aggregate()
                .asString(UTF_8)
                .flatMap(body -> inTrouble(response).map(Mono::from).orElseGet(() -> answer(response, 200, promised)));
    }

    private Publisher<Void> promises(HttpServerRequest request, HttpServerResponse response) {
        return planned(
                request,
                response,
                promised.kept().stream().map(Promise::members).toList());
    }

    private Publisher<Void> calendar(HttpServerRequest request, HttpServerResponse response) {
        return planned(
                request, response, entries.stream().map(CalendarEntry::members).toList());
    }

    private Publisher<Void> planned(HttpServerRequest request, HttpServerResponse response, List<?> items) {
        note(request);
        var answer = new TreeMap<String, @Nullable Object>();
        answer.put("field", request.param("field"));
        answer.put("items", items);
        answer.put("nextCursor", null);
        return inTrouble(response).orElseGet(() -> answer(response, 200, answer));
    }

    private Publisher<Void> list(
            HttpServerRequest request,
            HttpServerResponse response,
            Map<Field, List<String>> known,
            BiFunction<Field, String, Map<String, @Nullable Object>> item) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        var after = asked(request, "after");
        int limit = Integer.parseInt(asked(request, "limit"));
        var behind = known.getOrDefault(field, List.of()).stream()
                .filter(event -> event.compareTo(after) > 0)
                .toList();
        var events = behind.subList(0, Math.min(limit, behind.size()));
        var answer = new TreeMap<String, @Nullable Object>();
        answer.put("field", field.word());
        answer.put(
                "items", events.stream().map(event -> item.apply(field, event)).toList());
        answer.put("nextCursor", behind.size() > limit ? events.get(limit - 1) : null);
        return inTrouble(response).orElseGet(() -> answer(response, 200, answer));
    }

    private static String asked(HttpServerRequest request, String parameter) {
        var given = new QueryStringDecoder(request.uri()).parameters().get(parameter);
        return Objects.requireNonNull(given, parameter).get(0);
    }

    private static Map<String, @Nullable Object> correction(Field field, String event) {
        var correction = new TreeMap<String, @Nullable Object>();
        correction.put("field", field.word());
        correction.put("day", "2026-06-01");
        correction.put("currency", null);
        correction.put("changes", Map.of("newBuyers", 1));
        correction.put(
                "event",
                Map.of(
                        "field", field.word(),
                        "id", event,
                        "type", "order.paid",
                        "occurredAt", "2026-06-01T01:02:03.000Z",
                        "recordedAt", "2026-06-20T01:02:03.004Z",
                        "watermark", "1"));
        return correction;
    }

    private static Map<String, @Nullable Object> conflict(Field field, String event) {
        var money = Map.of("amount", "1.00", "currency", "CNY");
        var conflict = new TreeMap<String, @Nullable Object>();
        conflict.put("kind", "line.outclaimed");
        conflict.put("field", field.word());
        conflict.put("event", event);
        conflict.put("recordedAt", "2026-06-20T01:02:03.004Z");
        conflict.put("occurredAt", "2026-06-20T01:02:03.000Z");
        conflict.put("shop", "main");
        conflict.put("order", "o-1");
        conflict.put("line", "1");
        conflict.put("touchpoint", null);
        conflict.put("product", "p-1");
        conflict.put("amount", money);
        conflict.put("claimedBy", Map.of("field", "kol", "event", "k", "touchpoint", "t", "amount", money));
        conflict.put("detail", Map.of("refunded", money, "ofALaterRelease", 1));
        return conflict;
    }

    /** Nothing was refunded, and nobody complained. */
    private Publisher<Void> afterSales(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        return inTrouble(response)
                .orElseGet(() -> answer(response, 200, new FieldAfterSales(field, List.of(), List.of())));
    }

    /** Nothing ever came. */
    private Publisher<Void> arrivals(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var field = Field.of(String.valueOf(request.param("field"))).orElseThrow();
        return inTrouble(response).orElseGet(() -> answer(response, 200, new FieldArrivals(field, null, null, null)));
    }

    /** What it answers at that path of any merchant, whatever the query. */
    public void tells(String path, String body) {
        told.put(path, body);
    }

    private boolean isTold(HttpServerRequest request) {
        return told.containsKey(pathOfMerchant(request));
    }

    private Publisher<Void> told(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        var body = Objects.requireNonNull(told.get(pathOfMerchant(request)));
        return inTrouble(response)
                .orElseGet(() ->
                        response.header("Content-Type", "application/json").sendString(Mono.just(body)));
    }

    private static String pathOfMerchant(HttpServerRequest request) {
        return request.uri().replaceFirst("^/v1/merchants/[^/]+", "").replaceFirst("[?].*", "");
    }

    private static boolean isResource(HttpServerRequest request) {
        return RESOURCE.matcher(request.uri()).find();
    }

    /** Told as it came, as something that was made. */
    private Publisher<Void> resource(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        return request.receive()
                .aggregate()
                .asString(UTF_8)
                .defaultIfEmpty("")
                .flatMap(body -> inTrouble(response)
                        .map(Mono::from)
                        .orElseGet(() -> answer(
                                response.header("ETag", "\"7\"").header("Location", "/made"),
                                201,
                                Map.of(
                                        "asked",
                                        request.method() + " " + request.uri(),
                                        "body",
                                        body,
                                        "items",
                                        List.of()))));
    }

    private Publisher<Void> echo(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        return mood == Mood.HANGING ? Mono.never() : answer(response, 200, Map.of("uri", request.uri()));
    }

    /** A line at once, and the next when the first must long have arrived. */
    private Publisher<Void> stream(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        return response.header("Content-Type", "application/x-ndjson")
                .send(
                        Flux.just("{\"n\":1}\n", "{\"n\":2}\n")
                                .delayElements(Duration.ofMillis(700))
                                .map(line -> Unpooled.copiedBuffer(line, UTF_8)),
                        flushed -> true);
    }

    /** Sends what is asked for, as the connection takes it. */
    private Publisher<Void> export(HttpServerRequest request, HttpServerResponse response) {
        note(request);
        exporting = true;
        var block = BLOCK.getBytes(UTF_8);
        return response.header("Content-Type", "application/x-ndjson")
                .send(
                        Flux.range(0, blocks)
                                .doOnNext(taken -> blocksTaken.incrementAndGet())
                                .map(taken -> Unpooled.wrappedBuffer(block)),
                        flushed -> true)
                .then()
                .doFinally(ended -> exporting = false);
    }

    private void note(HttpServerRequest request) {
        var headers = new TreeMap<String, String>();
        request.requestHeaders()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        lastHeaders = headers;
        requests.add(request.method() + " " + request.uri() + " " + request.requestHeaders());
    }

    private static Mono<Void> answer(HttpServerResponse response, int status, Object body) {
        return response.status(status)
                .header("Content-Type", status == 401 ? "application/problem+json" : "application/json")
                .sendString(Mono.just(JSON.writeValueAsString(body)))
                .then();
    }
}
