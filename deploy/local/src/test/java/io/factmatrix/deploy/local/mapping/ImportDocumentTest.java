package io.factmatrix.deploy.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What IMPORT.md shows is what runs. */
class ImportDocumentTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstStepsMakeTheEventsTheySay() throws IOException {
        var csv = blocks("csv").get(0);
        var yaml = blocks("yaml");

        var mapped = Mapped.of(folder, yaml.get(0) + yaml.get(1), csv);

        assertThat(mapped.problems()).isEmpty();
        assertThat(mapped.all("id"))
                .containsExactly("paid-1001-Serum", "paid-1001-Balm", "paid-1002-Balm", "refunded-1002-Balm");
        assertThat(mapped.all("amount/amount")).containsExactly("2398.00", "9.90", "9.90", "9.90");
        assertThat(mapped.all("amount/currency")).containsOnly("EUR");
        assertThat(mapped.all("line")).containsExactly("1", "2", "1", "1");
        assertThat(mapped.all("occurredAt").get(0)).isEqualTo("2026-05-03T20:15:00+02:00");
        assertThat(mapped.all("audience").get(1)).hasSize(32);
        assertThat(mapped.all("audience").get(2)).isEqualTo("-");
        assertThat(mapped.unused()).isEmpty();

        var mistaken = Mapped.of(folder, yaml.get(0) + yaml.get(1), csv.replace("€9,90;C-7", "1,5O;C-7"));
        assertThat(mistaken.problems()).hasSize(1);
        assertThat(document()).contains(mistaken.problems().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"facebook-live-sellers.yaml", "retail-orders.yaml", "tiktok-live-analysis.yaml"})
    void theExamplesAreTheFiles(String mapping) throws IOException {
        assertThat(blocks("yaml")).contains(Files.readString(Path.of("mappings", mapping)));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(document())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("IMPORT.md"));
    }
}
