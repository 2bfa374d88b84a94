package io.factmatrix.deploy.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.factmatrix.deploy.local.table.TableFormat.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mappings that the documentation shows do what it says. */
class ExampleMappingsTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final String POSTS = "shared/data/facebook-live-sellers-thailand.csv.gz";

    @TempDir
    private Path folder;

    @Test
    void postsOfLiveSellersAreTrafficWithoutImpressions() throws IOException {
        var found = posts();
        if (found.isEmpty()) {
            System.err.println("\n!!! SKIPPED: " + POSTS + " is not beside the project: nothing real was mapped\n");
        }
        assumeThat(found).as(POSTS).isPresent();
        var file = found.orElseThrow();

        var mapped = Mapped.of(MAPPINGS.resolve("facebook-live-sellers.yaml"), file, Kind.CSV);

        // Each post once; of two that stand there with two dates each, the first.
        Map<String, String[]> posts = new LinkedHashMap<>();
        for (var line : lines(file)) {
            var cells = line.split(",", -1);
            posts.putIfAbsent(cells[0], cells);
        }
        assertThat(mapped.tally().rows()).isEqualTo(7_050);
        assertThat(mapped.events()).hasSize(posts.size()).hasSize(6_997);
        assertThat(mapped.tally().repeated()).isEqualTo(51);
        assertThat(mapped.problems()).hasSize(2).allMatch(problem -> problem.contains("says something else"));
        assertThat(sum(mapped, "comments")).isEqualTo(sum(posts, 3)).isPositive();
        assertThat(sum(mapped, "shares")).isEqualTo(sum(posts, 4)).isPositive();
        assertThat(sum(mapped, "likes")).isEqualTo(sum(posts, 5)).isPositive();
        assertThat(mapped.events()).allMatch(event -> !event.has("impressions") && !event.has("views"));
        assertThat(mapped.all("touchpoint")).containsOnly("video", "photo", "link", "status");
        assertThat(mapped.all("start")).allMatch(time -> time.endsWith("+07:00"));
        assertThat(mapped.all("start").get(0)).isEqualTo("2018-04-22T06:00:00+07:00");
        assertThat(mapped.all("shop").get(0)).isEqualTo("246675545449582");
        assertThat(mapped.all("id"))
                .isEqualTo(Mapped.of(MAPPINGS.resolve("facebook-live-sellers.yaml"), file, Kind.CSV)
                        .all("id"));
    }

    @Test
    void linesOfARetailerArePaidAndRefunded() throws IOException, URISyntaxException {
        var mapped = Mapped.of(MAPPINGS.resolve("retail-orders.yaml"), example("retail-orders.csv"), Kind.CSV);

        assertThat(mapped.all("id"))
                .containsExactly("536365-85123A", "536365-71053", "536365-85123A~2", "C536383-85123A", "536373-22726");
        assertThat(mapped.all("amount/amount")).containsExactly("15.30", "20.34", "2.55", "5.10", "0.34");
        assertThat(mapped.all("order")).containsExactly("536365", "536365", "536365", "536365", "536373");
        assertThat(mapped.all("line")).containsExactly("1", "2", "3", "1", "1");
        assertThat(mapped.all("occurredAt").get(0)).isEqualTo("2010-12-01T08:26:00Z");
        assertThat(mapped.all("audience").get(3))
                .isEqualTo(mapped.all("audience").get(0))
                .hasSize(32);
        assertThat(mapped.all("audience").get(4)).isEqualTo("-");
        assertThat(mapped.tally().skipped()).isEqualTo(2);
        assertThat(mapped.problems())
                .satisfiesExactly(
                        no -> assertThat(no).startsWith("row 7: line-of: no earlier line has 4.65 GBP left"),
                        no -> assertThat(no)
                                .startsWith("row 8: occurredAt: 3/27/2011 1:45")
                                .contains("skipped"),
                        no -> assertThat(no)
                                .isEqualTo("row 9: when: 3,75 (expected: a number such as 1,234.50), column Price"),
                        no -> assertThat(no).startsWith("row 10: row: 4 cells (expected: 8"));
    }

    @Test
    void aWorkbookIsMappedAsTheSameCsv() throws IOException, URISyntaxException {
        var mapping = MAPPINGS.resolve("retail-orders.yaml");
        var book = folder.resolve("retail.xlsx");
        try (var out = Files.newOutputStream(book);
                var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Year 2010-2011");
            var row = 0;
            for (var line : Files.readAllLines(example("retail-orders.csv"))) {
                var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                for (int column = 0; column < cells.length; column++) {
                    var text = cells[column].replace("\"", "");
                    if (row > 0 && column == 4) {
                        var parts = text.split("[/ :]", -1);
                        sheet.value(
                                row,
                                column,
                                LocalDateTime.of(
                                        Integer.parseInt(parts[2]),
                                        Integer.parseInt(parts[0]),
                                        Integer.parseInt(parts[1]),
                                        Integer.parseInt(parts[3]),
                                        Integer.parseInt(parts[4])));
                        sheet.style(row, column).format("m/d/yyyy h:mm").set();
                    } else if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
                        sheet.value(row, column, Double.parseDouble(text));
                    } else {
                        sheet.value(row, column, text);
                    }
                }
                row++;
            }
        }

        var csv = Mapped.of(mapping, example("retail-orders.csv"), Kind.CSV);
        var xlsx = Mapped.of(mapping, book, Kind.XLSX);

        assertThat(xlsx.events()).isEqualTo(csv.events());
    }

    @Test
    void aDownloadOfLiveSessionsIsTraffic() throws IOException, URISyntaxException {
        var mapped =
                Mapped.of(MAPPINGS.resolve("tiktok-live-analysis.yaml"), example("tiktok-live-analysis.csv"), Kind.CSV);

        assertThat(mapped.problems()).isEmpty();
        assertThat(mapped.tally().skipped()).as("the line of totals").isEqualTo(1);
        assertThat(mapped.all("views")).containsExactly("12000", "-");
        assertThat(mapped.all("viewers")).containsExactly("8200", "8200");
        assertThat(mapped.all("likes")).containsExactly("1024", "1024");
        assertThat(mapped.all("shares")).containsExactly("-", "-");
        assertThat(mapped.all("impressions")).containsExactly("-", "-");
        assertThat(mapped.all("start")).containsExactly("2026-06-18T20:00:00+08:00", "2026-06-18T20:00:30+08:00");
        assertThat(mapped.all("end")).containsExactly("2026-06-18T23:12:00+08:00", "2026-06-19T01:13:30+08:00");
        assertThat(mapped.all("touchpoint")).containsExactly("glow_my-2026-06-18 20:00", "7013-2026-06-18 20:00:30");
    }

    private static BigDecimal sum(Mapped mapped, String member) {
        return mapped.all(member).stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Map<String, String[]> posts, int column) {
        return posts.values().stream()
                .map(cells -> new BigDecimal(cells[column]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Iterable<String> lines(Path file) throws IOException {
        try (var text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return text.lines().skip(1).toList();
        }
    }

    private static Path example(String name) throws URISyntaxException {
        return Path.of(
                ExampleMappingsTest.class.getResource("/mappings/" + name).toURI());
    }

    /** Beside the project's root, wherever the tests are started. */
    private static Optional<Path> posts() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(POSTS))
                .filter(Files::isReadable)
                .findFirst();
    }
}
