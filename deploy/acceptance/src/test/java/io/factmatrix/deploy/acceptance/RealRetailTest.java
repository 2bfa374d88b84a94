package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Nine months of a real retailer's lines and refunds: every figure equals the recomputation, and lines that are sent again change none. */
@ExtendWith(RunningStack.Shared.class)
class RealRetailTest {

    private static final String DATA = "shared/data/online-retail-2010-12_2011-08.ndjson.gz";
    private static final int BATCH = 5_000;

    /** How many of the lines are sent once more. */
    private static final int AGAIN = 100_000;

    private final RunningStack stack;

    RealRetailTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void everyFigureOfTheImportEqualsTheRecomputationAndLinesSentAgainChangeNothing() throws IOException {
        var data = data();
        if (data == null) {
            System.err.println("\n!!! SKIPPED: " + DATA + " is not beside the project: nothing real was tested\n");
        }
        assumeThat(data).as(DATA).isNotNull();
        var lines = lines(data);
        var merchant = stack.newMerchant();

        imported(merchant, lines, answer -> answer.path("stored").asInt());
        var bytes =
                Asserting.exact(merchant, () -> lines.stream().map(Event::parse).iterator(), queries());

        Collections.shuffle(lines, new Random(1));
        imported(
                merchant,
                lines.subList(0, AGAIN),
                answer -> answer.path("duplicates").asInt());
        assertThat(Asserting.viewBytes(merchant, queries())).isEqualTo(bytes);
    }

    private static void imported(MerchantApi merchant, List<String> lines, ToIntFunction<JsonNode> ended) {
        for (int from = 0; from < lines.size(); from += BATCH) {
            var batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
            var answer = merchant.ingestText(String.join("\n", batch));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(ended.applyAsInt(answer.json())).as(answer.toString()).isEqualTo(batch.size());
        }
    }

    private static List<ViewQuery> queries() {
        var all = ViewQuery.of(LocalDate.of(2010, 12, 1), LocalDate.of(2011, 9, 1), "Europe/London", "GBP");
        var queries = new ArrayList<>(List.of(
                all,
                all.withCurrency("CNY"),
                all.withTouchpoint("own-shop"),
                all.withTouchpoint("page-2011-05"),
                all.withTouchpoint("creator-30"),
                all.withProduct("85123A"),
                all.withProduct("22423").withTouchpoint("own-shop"),
                all.withShop("main"),
                all.withShop("another")));
        for (var zone : List.of("Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "UTC")) {
            queries.add(ViewQuery.of(LocalDate.of(2010, 12, 1), LocalDate.of(2011, 1, 1), zone, "GBP"));
            queries.add(ViewQuery.of(LocalDate.of(2011, 3, 27), LocalDate.of(2011, 3, 29), zone, "GBP"));
            queries.add(ViewQuery.of(LocalDate.of(2011, 8, 10), LocalDate.of(2011, 8, 11), zone, "GBP"));
        }
        return queries;
    }

    /** Beside the project's root, wherever the tests are started. */
    private static @Nullable Path data() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(DATA))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
    }

    /** As text: so many events as maps would crowd out the installation in this JVM. */
    private static List<String> lines(@Nullable Path data) throws IOException {
        if (data == null) {
            return List.of();
        }
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(data)), StandardCharsets.UTF_8))) {
            return new ArrayList<>(lines.lines().toList());
        }
    }
}
