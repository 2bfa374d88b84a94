package io.factmatrix.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program is made of, under which licences; the test of each program that makes its software bill of materials extends this. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SbomRules {

    /** One of them must be offered; what is offered under another one besides may be taken under this one. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "CC0-1.0",
            "Unicode-3.0",
            "Bouncy Castle Licence");

    private final String heading;
    private List<JsonNode> components = List.of();

    /**
     * @param heading over which table of THIRD-PARTY.md stands what this program runs on, and others do not; the first table holds for all
     */
    protected SbomRules(String heading) {
        this.heading = heading;
    }

    @BeforeAll
    void read() throws IOException {
        var bom = new ClassPathResource("META-INF/sbom/application.cdx.json");
        assumeTrue(bom.exists(), "No SBOM: it is not made by a build without network (-o)");
        try (var in = bom.getInputStream()) {
            components = JsonMapper.shared()
                    .readTree(in)
                    .required("components")
                    .valueStream()
                    .toList();
        }
    }

    @Test
    void everyLibraryMayBeUsed() {
        assertThat(components)
                .hasSizeGreaterThan(100)
                .allSatisfy(component ->
                        assertThat(licences(component)).as(name(component)).containsAnyElementsOf(ALLOWED));
    }

    @Test
    void everyLibraryIsListed() throws IOException {
        assertThat(tables().values().stream().flatMap(List::stream)).containsAll(lines());
    }

    @Test
    void nothingElseIsListed() throws IOException {
        assertThat(tables().get(heading)).isNotEmpty().isSorted().isSubsetOf(lines());
    }

    private Set<String> lines() {
        return components.stream()
                .filter(component -> !name(component).startsWith("io.factmatrix:"))
                .map(component -> "| %s | %s |".formatted(name(component), String.join(", ", licences(component))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines of each table by its heading. */
    private static Map<String, List<String>> tables() throws IOException {
        var tables = new HashMap<String, List<String>>();
        var heading = "";
        for (var line : Files.readAllLines(Path.of("..", "THIRD-PARTY.md"))) {
            if (line.startsWith("#")) {
                heading = line;
            } else if (line.startsWith("| ") && line.contains(":")) {
                tables.computeIfAbsent(heading, any -> new ArrayList<>()).add(line);
            }
        }
        return tables;
    }

    private static String name(JsonNode component) {
        return component.path("group").asString() + ":"
                + component.required("name").stringValue();
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .flatMap(one -> Stream.of(
                        one.path("license").path("id"), one.path("license").path("name"), one.path("expression")))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
