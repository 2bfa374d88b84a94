package io.factmatrix.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a running program measures is what {@code docs/metrics.md} lists; the test of each program extends this. */
public abstract class MetricRules {

    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|.*\\| ([^|]*) \\|");
    private static final Pattern FAMILY = Pattern.compile("# TYPE (\\w+) \\w+");
    private static final Pattern LABELS = Pattern.compile("(?<=[{,])(\\w+)=\"");

    private final String program;
    private final Set<String> where;

    /**
     * @param where what the list calls this program's rows by
     */
    protected MetricRules(String program, String... where) {
        this.program = program;
        this.where = Set.of(where);
    }

    /** Of its port for those who run it, once it has answered a request. */
    protected abstract String management();

    @Test
    void whatItMeasuresIsListedAndWhatIsListedIsMeasured() throws Exception {
        assertThat(families(scraped()))
                .filteredOn(name -> name.startsWith("fact_"))
                .containsExactlyInAnyOrderElementsOf(listed("## Of FACT Matrix"));
    }

    /** A pool's meters begin with its first connection. */
    @Test
    void whatIsAskedForOfLibrariesIsThere() throws Exception {
        var asked = listed("## Of libraries");
        await().untilAsserted(() -> assertThat(families(scraped())).containsAll(asked));
    }

    @Test
    void everyMeterTellsItsProgramAndNoneTellsOfAMerchant() throws Exception {
        var samples = scraped().lines().filter(line -> line.startsWith("fact_")).toList();
        assertThat(samples)
                .isNotEmpty()
                .allMatch(line -> line.contains("program=\"" + program + "\""))
                .allSatisfy(line -> assertThat(LABELS.matcher(line).results().map(label -> label.group(1)))
                        .isSubsetOf(
                                "program", "code", "field", "le", "outcome", "source", "status", "threads", "turns"));
    }

    /**
     * What the program tells now.
     *
     * @param sample its name and all of its labels, but for the program
     */
    protected final double told(String sample) throws IOException, InterruptedException {
        return scraped()
                .lines()
                .filter(line -> line.replace("program=\"" + program + "\"", "")
                        .replace(",,", ",")
                        .replace(",}", "}")
                        .replace("{,", "{")
                        .replace("{}", "")
                        .startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample " + sample));
    }

    private String scraped() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(management() + "/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** By the name that stands before {@code _bucket}, {@code _count} and the like; what was the longest is no family of its own. */
    private static Set<String> families(String scraped) {
        return FAMILY.matcher(scraped)
                .results()
                .map(family -> family.group(1))
                .filter(name -> !name.endsWith("_seconds_max"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> listed(String heading) throws IOException {
        var text = Files.readString(Path.of("..", "docs", "metrics.md"));
        var table = text.substring(text.indexOf(heading) + heading.length()).split("\n## ", 2)[0];
        var rows = ROW.matcher(table).results().toList();
        assertThat(rows).hasSizeGreaterThan(10);
        return rows.stream()
                .filter(row -> where.stream()
                        .anyMatch(one -> List.of(row.group(2).split(", ")).contains(one)))
                .map(row -> row.group(1))
                .toList();
    }
}
