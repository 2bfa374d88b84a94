package io.factmatrix.deploy.acceptance.document;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of an installation: what may be asked, and what may be answered. */
public final class ApiDocument {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** A row of the table of what can go wrong: {@code | `code` | status | … |}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| ([0-9]{3}) \\|", Pattern.MULTILINE);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode root;
    private final List<Operation> operations;
    private final Map<String, Set<Integer>> codes = new TreeMap<>();
    private final Map<String, Schema> compiled = new LinkedHashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        this.operations = root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> operation(path.getKey(), path.getValue(), method.getKey(), method.getValue())))
                .toList();
        ROW.matcher(root.at("/info/description").asString(""))
                .results()
                .forEach(row -> codes.computeIfAbsent(row.group(1), code -> new LinkedHashSet<>())
                        .add(Integer.valueOf(row.group(2))));
    }

    public static ApiDocument of(String text) {
        return new ApiDocument(JSON.readTree(text));
    }

    public List<Operation> operations() {
        return operations;
    }

    /** Of each path that is documented. */
    public Set<String> paths() {
        return operations.stream().map(Operation::path).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The methods that are documented for that path, and for those that it can be read as: {@code /creators/imports} has the form of a creator's. */
    public Set<String> methods(String path) {
        return operations.stream()
                .filter(operation ->
                        path.matches(VARIABLE.matcher(operation.path()).replaceAll("[^/]+")))
                .map(Operation::method)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every role that may do anything. */
    public Set<String> roles() {
        return operations.stream()
                .flatMap(operation -> operation.roles().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the table of what can go wrong has that code with that status; {@code <name>.invalid} stands for every name. */
    public boolean hasCode(String code, int status) {
        return codes.getOrDefault(code, Set.of()).contains(status)
                || (code.endsWith(".invalid")
                        && codes.getOrDefault("<name>.invalid", Set.of()).contains(status));
    }

    /** A schema, response or parameter, wherever it stands. */
    public JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        if (reference.isEmpty()) {
            return node;
        }
        var target = resolved(root.at(reference.substring(1)));
        if (node.size() == 1 || !(target instanceof ObjectNode object)) {
            return target;
        }
        // What stands beside a reference counts as well.
        var both = object.deepCopy();
        node.properties().stream()
                .filter(member -> !member.getKey().equals("$ref"))
                .forEach(member -> both.set(member.getKey(), member.getValue()));
        return both;
    }

    /** What is wrong with an instance, a line each. */
    public List<String> errors(JsonNode schema, JsonNode instance) {
        if (schema.isMissingNode()) {
            return List.of();
        }
        return compiled
                .computeIfAbsent(schema.toString(), text -> SCHEMAS.getSchema(whole(schema)))
                .validate(instance)
                .stream()
                .map(Object::toString)
                .toList();
    }

    public boolean isValid(JsonNode schema, JsonNode instance) {
        return errors(schema, instance).isEmpty();
    }

    /** Whether the text of a request's parameter is what its schema says. */
    public boolean isValid(Parameter parameter, String text) {
        var schema = resolved(parameter.schema());
        if (!isArray(schema)) {
            return isValid(schema, Parameter.read(schema, text));
        }
        var array = JSON.createArrayNode();
        var item = resolved(schema.path("items"));
        Stream.of(parameter.isJoined() ? text.split(",", -1) : new String[] {text})
                .forEach(each -> array.add(Parameter.read(item, each)));
        return isValid(schema, array);
    }

    public static boolean isArray(JsonNode schema) {
        return schema.path("type").asString("").equals("array");
    }

    /** JSON as this document is compared with it: no number is rounded. */
    public static @Nullable JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (RuntimeException none) {
            return null;
        }
    }

    private JsonNode whole(JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", root.path("components"));
        return whole;
    }

    private Operation operation(String path, JsonNode item, String method, JsonNode operation) {
        var parameters = new ArrayList<Parameter>();
        Stream.concat(
                        item.path("parameters").valueStream(),
                        operation.path("parameters").valueStream())
                .map(this::resolved)
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.path("name").asString(""),
                        Parameter.Place.valueOf(
                                parameter.path("in").asString("").toUpperCase(Locale.ROOT)),
                        parameter.path("required").asBoolean(false),
                        parameter)));
        var body = resolved(operation.path("requestBody"));
        var bodies = new LinkedHashMap<String, JsonNode>();
        body.path("content").properties().forEach(media -> bodies.put(media.getKey(), media.getValue()));
        var responses = new LinkedHashMap<String, JsonNode>();
        operation
                .path("responses")
                .properties()
                .forEach(response -> responses.put(response.getKey(), resolved(response.getValue())));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                bodies,
                body.path("required").asBoolean(false),
                roles(operation.has("security") ? operation.path("security") : root.path("security")),
                responses);
    }

    private static Set<String> roles(JsonNode security) {
        var roles = new LinkedHashSet<String>();
        for (var one : security) {
            one.forEach(scopes -> scopes.forEach(role -> roles.add(role.asString(""))));
        }
        return roles;
    }
}
