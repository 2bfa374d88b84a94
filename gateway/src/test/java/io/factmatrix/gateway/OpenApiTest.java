package io.factmatrix.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.WorkItem;
import io.factmatrix.gateway.domain.work.WorkItemId;
import io.factmatrix.gateway.domain.work.WorkItems;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.gateway.testing.Listening;
import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.AccessTable;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.Buyers;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Foreign;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Figures.Reported;
import io.factmatrix.ledger.domain.figures.Ratio;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(Lifecycle.PER_CLASS)
class OpenApiTest {

    private final JsonMapper json = JsonMapper.shared();
    private String text;
    private JsonNode document;
    private RunningGateway gateway;

    @BeforeAll
    void start() throws IOException {
        gateway = new RunningGateway("--fact.calls.ingest.spared-for=1ms", "--fact.work.idle=1h");
        text = new ClassPathResource("openapi.json").getContentAsString(UTF_8);
        document = json.readTree(text);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @Test
    void theDocumentIsValid() {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(text, null, options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(gateway.get("/openapi.json").body()).isEqualTo(text);
    }

    /** What the gateway keeps itself may not be there, or not as it is asked for: then whoever serves it says so. */
    @Test
    void whatIsDocumentedIsServed() {
        for (var path : document.get("paths").properties()) {
            for (var method : List.of("get", "post", "put", "delete")) {
                if (path.getValue().has(method)) {
                    assertThat(isServed(method, path.getKey()))
                            .as(method + " " + path.getKey())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void whatIsServedIsDocumented() {
        var served = new TreeSet<String>();
        gateway.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> served.add(pattern.getPatternString())));
        assertThat(served).contains("/v1/merchants/{merchant}/operating-view");
        served.remove("/docs/page.js");
        assertThat(document.get("paths").propertyNames()).containsAll(served);
    }

    /** The table of who may do what is one: here, in the text for people, and at each operation. */
    @Test
    void whoMayDoWhatIsAsDocumented() {
        var told = document.at("/info/description").stringValue();
        var operations = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> path.getKey().startsWith("/v1/")
                                && !method.getKey().equals("parameters"))
                        .forEach(method ->
                                operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        for (var rule : gateway.bean("access", AccessTable.class).rules()) {
            var path = rule.path().getPatternString();
            var roles = rule.roles().stream().map(Role::word).toList();
            var security = document.get("paths")
                    .get(path)
                    .get(rule.method().name().toLowerCase(Locale.ROOT))
                    .get("security");
            assertThat(security.valueStream().map(one -> one.get("token").get(0).stringValue()))
                    .as(path)
                    .containsExactlyInAnyOrderElementsOf(roles);
            var row = "| `%s %s` |".formatted(rule.method(), path.replace("/v1/merchants/{merchant}", "…"));
            assertThat(told.lines().filter(line -> line.startsWith(row)))
                    .singleElement()
                    .satisfies(line -> assertThat(line.substring(row.length())
                                    .replaceAll("[ `|]", "")
                                    .split(","))
                            .containsExactlyInAnyOrderElementsOf(roles));
            assertThat(operations.remove(rule.method() + " " + path)).as(path).isTrue();
        }
        assertThat(operations).isEmpty();
    }

    @Test
    void everyCodeIsInTheTable() {
        var told = document.at("/info/description").stringValue();
        var codes = document.at("/components/schemas/Problem/properties/code/anyOf/0/enum");
        assertThat(codes).hasSizeGreaterThan(30);
        codes.valueStream()
                .map(JsonNode::stringValue)
                .filter(code -> !code.endsWith(".invalid"))
                .forEach(code -> assertThat(told).contains("\n| `" + code + "` | "));
    }

    @Test
    void answersAreAsDocumented() {
        gateway.kol().has(Field.KOL, 1, busy());
        assertIs("OperatingView", gateway.get(view("from=2026-06-01&to=2026-06-19&compare=previous")), 200);
        gateway.kol().is(Mood.FAILING);
        assertIs("OperatingView", gateway.get(view("from=2026-06-01&to=2026-06-19")), 200);
        assertIs("Problem", gateway.get(view("from=x")), 400);
        assertIs("Series", gateway.get(view("from=2026-06-01&to=2026-06-03").replace("?", "/series?")), 200);
        assertIs("Audience", gateway.get("/v1/merchants/m1/audience?from=2026-06-01&to=2026-06-19"), 200);
        assertIs("Snowball", gateway.get("/v1/merchants/m1/snowball?from=2026-06-01&to=2026-06-19&gpm=%2B10"), 200);
        assertIs("Problem", gateway.get("/v1/merchants/m1/snowball?gpm=x"), 400);
        assertIs("Recommendations", gateway.get("/v1/merchants/m1/recommendations?from=2026-06-01&to=2026-06-19"), 200);
        assertIs("Problem", gateway.get("/v1/merchants/m1/recommendations?least=shop:1"), 400);
        for (var department : List.of("content", "goods", "creators", "ads", "service")) {
            assertIs(
                    "DepartmentCockpit",
                    gateway.get("/v1/merchants/m1/departments/" + department
                            + "?from=2026-06-01&to=2026-06-03&compare=previous"),
                    200);
        }
        assertIs("WorkItem", gateway.get("/v1/merchants/m1/work-items/" + planted()), 200);
        assertIs("WorkItemPage", gateway.get("/v1/merchants/m1/work-items"), 200);
        assertIs("WorkRulePage", gateway.get("/v1/merchants/m1/work-rules"), 200);
        for (var lens : List.of("aipl", "fast", "grow", "steps", "5a")) {
            assertIs(
                    "LensReading",
                    gateway.get("/v1/merchants/m1/lenses/" + lens + "?from=2026-06-01&to=2026-06-03"),
                    200);
            assertIs("LensDefinition", gateway.get("/v1/merchants/m1/lenses/" + lens + "/definition"), 200);
        }
        gateway.creator().hasConflicts(Field.CREATOR, "a", "b");
        assertIs("ConflictPage", gateway.get("/v1/merchants/m1/conflicts?limit=1"), 200);
        assertIs("Problem", gateway.get("/v1/merchants/m1/conflicts?cursor=x"), 400);
        assertIs("CorrectionPage", gateway.get("/v1/merchants/m1/corrections?limit=1"), 200);
        assertIs("Problem", gateway.get("/v1/merchants/m1/corrections?since=x"), 400);
        assertIs("Problem", gateway.get("/v1/merchants/m2/operating-view"), 404);
        var body = "{\"id\":\"1\",\"field\":\"creator\"}\n{}\n";
        assertIs("IngestAnswer", gateway.ingest("application/x-ndjson", body), 200);
        assertIs("IngestAnswer", gateway.ingest("application/x-ndjson", body + "{\"field\":\"kol\"}"), 503);
        assertIs("BrokenIngest", gateway.ingest("application/json", "[{},"), 400);
    }

    @Test
    void examplesAreEvents() {
        var content = document.at("/paths/~1v1~1merchants~1{merchant}~1events/post/requestBody/content");
        var lines = content.at("/application~1x-ndjson/examples/everyType/value")
                .stringValue()
                .lines()
                .toList();
        assertThat(lines)
                .hasSize(6)
                .allSatisfy(line -> assertThat(errors("Event", line)).isEmpty());
        content.at("/application~1json/examples")
                .forEach(example -> example.get("value")
                        .forEach(event ->
                                assertThat(errors("Event", event.toString())).isEmpty()));
        assertThat(errors("Event", lines.get(0).replace("views", "wiews"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"conflicts, ConflictPage", "corrections, CorrectionPage", "recommendations, Recommendations"})
    void examplesAreWhatTheirSchemasSay(String path, String schema) {
        var examples = document.at("/paths/~1v1~1merchants~1{merchant}~1" + path
                + "/get/responses/200/content/application~1json/examples");
        assertThat(examples).hasSize(2);
        examples.forEach(example ->
                assertThat(errors(schema, example.get("value").toString())).isEmpty());
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        var checked = new TreeSet<String>();
        for (var media : document.findValues("application/json")) {
            if (media.has("example") && media.at("/schema/$ref").isString()) {
                var schema = media.at("/schema/$ref").stringValue().replaceFirst(".*/", "");
                assertThat(errors(schema, media.get("example").toString()))
                        .as(schema)
                        .isEmpty();
                checked.add(schema);
            }
        }
        assertThat(checked)
                .contains(
                        "Rundown",
                        "GateReport",
                        "Series",
                        "Room",
                        "RoomProfile",
                        "RoomPage",
                        "RoomTransition",
                        "AuditPage",
                        "StoredEvent");
    }

    private static String view(String query) {
        return "/v1/merchants/m1/operating-view?" + query;
    }

    private boolean isServed(String method, String path) {
        if (!path.endsWith("/stream")) {
            var answer = gateway.send(call(method, path));
            return answer.statusCode() == 200
                    || answer.statusCode() == 201
                    || !List.of("path.unknown", "method.unsupported")
                            .contains(json.readTree(answer.body())
                                    .required("code")
                                    .stringValue());
        }
        // It does not end by itself.
        try (var listening = new Listening(call(method, path))) {
            return listening.status() == 200;
        }
    }

    private HttpRequest call(String method, String path) {
        var query = document.get("paths")
                .get(path)
                .get(method)
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("required").asBoolean(false)
                        && parameter.get("in").stringValue().equals("query"))
                .map(parameter -> parameter.get("name").stringValue() + "="
                        + parameter.get("example").asString())
                .collect(Collectors.joining("&", "?", ""));
        var request = gateway.request(filled(path) + query);
        if (method.equals("get")) {
            return request.build();
        }
        // What the gateway keeps itself it reads; what it hands on may be anything.
        var example = document.get("paths").get(path).get(method).at("/requestBody/content/application~1json/example");
        return request.header("Content-Type", example.isMissingNode() ? "application/x-ndjson" : "application/json")
                .method(
                        method.toUpperCase(Locale.ROOT),
                        BodyPublishers.ofString(example.isMissingNode() ? "" : example.toString()))
                .build();
    }

    /** With one of the words that may stand there, or with some id. */
    private String filled(String path) {
        var filled = path.replace("{merchant}", "m1");
        for (var parameter : document.get("paths").get(path).path("parameters")) {
            var named = resolved(parameter);
            var words = named.at("/schema/enum");
            if (words.isArray()) {
                filled = filled.replace(
                        "{%s}".formatted(named.get("name").stringValue()),
                        words.get(0).stringValue());
            }
        }
        if (filled.contains("{workItem}")) {
            filled = filled.replace("{workItem}", planted().value());
        }
        return filled.replaceAll("\\{\\w+}", "x-1");
    }

    /** A new work item, open. */
    private WorkItemId planted() {
        var merchant = MerchantId.of("m1");
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var id = new WorkItemId(gateway.bean(NewIds.class).next(now));
        var finding = new Finding(
                "planted/" + id,
                Department.GOODS,
                Set.of(Field.KOL),
                Map.of("field", "kol"),
                Map.of("lines", 200),
                "/v1/merchants/m1/calendar",
                ExpectedMoney.between("CNY", 4_000, 3_000, 5_000),
                "",
                BigDecimal.ONE);
        gateway.bean(MerchantTransactions.class).write(merchant, () -> {
            gateway.bean(WorkItems.class)
                    .add(merchant, WorkItem.opened(id, RuleKind.REFUND_SPIKE, finding, now, null, now));
            return true;
        });
        return id;
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.get("$ref");
        return reference == null ? node : document.at(reference.stringValue().substring(1));
    }

    private void assertIs(String schema, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(errors(schema, answer.body())).as(answer.body()).isEmpty();
    }

    private List<String> errors(String schema, String instance) {
        var root = (ObjectNode) json.readTree("{\"$ref\": \"#/components/schemas/%s\"}".formatted(schema));
        root.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(json.readTree(instance))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Something of everything. */
    private static Figures busy() {
        var one = BigInteger.ONE;
        return new Figures(
                one,
                one,
                one,
                one,
                one,
                one,
                one,
                one,
                one,
                Buyers.counted(1, AudienceSketch.NONE),
                Map.of("ads", one),
                Map.of("praise", one),
                Map.of(Counter.VIEWS, new Reported(one, one)),
                Stream.of(Ratio.values()).collect(Collectors.toMap(ratio -> ratio, ratio -> new Fraction(one, one))),
                Map.of("JPY", new Foreign(one, one, one)));
    }
}
