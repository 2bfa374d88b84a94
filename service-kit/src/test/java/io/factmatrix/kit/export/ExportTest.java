package io.factmatrix.kit.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** Whatever rows hold, an export says the same in both forms, and none that is cut or changed anywhere passes for a whole one. */
class ExportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Column> COLUMNS = List.of(
            Column.of("id"),
            Column.of("text"),
            Column.at("amount", "amount.amount"),
            Column.at("currency", "amount.currency"),
            Column.of("people.entered"),
            Column.of("flag"),
            Column.of("number"),
            Column.of("rate"));

    private static final Map<String, String> BESIDES = Map.of("watermark", "17");

    /** What makes trouble, and among it what looks like the end. */
    private static final List<String> TEXTS = List.of(
            "plain",
            "#end",
            "a,b",
            "\"",
            "\"\"",
            "'",
            " ",
            "x\ny",
            "x\r\ny\r",
            "达人矩阵 🎉",
            "#end,\"rows\",0,\"sha256\"," + "0".repeat(64),
            "\n#end,\"rows\",0,\"sha256\"," + "0".repeat(64) + "\n",
            "{\"end\":{\"rows\":0,\"sha256\":\"" + "0".repeat(64) + "\"}}",
            "=1+1",
            "\\",
            "\t",
            "");

    private final Export<Map<String, Object>> export = new Export<>(JSON, row -> row, COLUMNS);

    @ParameterizedTest
    @EnumSource
    void aWholeExportIsKnownAsOneInPiecesOfAnySize(ExportFormat format) throws WholeExport.Cut {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var rows = rows(random, random.nextInt(40));
            var bytes = bytes(format, rows, random);

            var closing = read(format, bytes, random);

            assertThat(closing.rows()).isEqualTo(rows.size());
            assertThat(closing.besides()).isEqualTo(BESIDES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneThatIsCutAnywherePassesForAWholeOne(ExportFormat format) {
        var random = new Random(1);
        var bytes = bytes(format, rows(random, 30), random);

        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(format, cut, random)).isInstanceOf(WholeExport.Cut.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneInWhichAnyByteOfARowChangedPassesForAWholeOne(ExportFormat format) {
        var random = new Random(2);
        var bytes = bytes(format, rows(random, 20), random);
        int closing = new String(bytes, UTF_8).strip().lastIndexOf('\n');

        for (int place = 0; place < closing; place++) {
            var changed = bytes.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> read(format, changed, random)).isInstanceOf(WholeExport.Cut.class);
        }
    }

    @Test
    void bothFormsSayTheSame() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var rows = rows(random, 30);

            var objects = new String(bytes(ExportFormat.NDJSON, rows, random), UTF_8)
                    .lines()
                    .toList();
            var records = records(bytes(ExportFormat.CSV, rows, random));

            assertThat(objects).hasSize(rows.size() + 1);
            assertThat(records.get(0))
                    .containsExactlyElementsOf(
                            COLUMNS.stream().map(Column::name).toList());
            for (int place = 0; place < rows.size(); place++) {
                var object = JSON.readTree(objects.get(place));
                assertThat(object).isEqualTo(JSON.readTree(JSON.writeValueAsString(rows.get(place))));
                assertThat(records.get(place + 1))
                        .containsExactly(
                                object.path("id").asString(""),
                                object.path("text").asString(""),
                                object.path("amount").path("amount").asString(""),
                                object.path("amount").path("currency").asString(""),
                                object.path("people").path("entered").asString(""),
                                object.path("flag").asString(""),
                                object.path("number").asString(""),
                                Objects.requireNonNullElse(rows.get(place).get("rate"), "")
                                        .toString());
            }
        }
    }

    @Test
    void theClosingLineIsTheOnlyOneThatBeginsAsItDoes() throws Exception {
        var random = new Random(3);
        var rows = rows(random, 200);

        var csv = new String(bytes(ExportFormat.CSV, rows, random), UTF_8);
        assertThat(csv.lines().filter(line -> line.startsWith("#end,\"rows\",")))
                .hasSize(1);
        assertThat(csv).endsWith(",\"watermark\",17,\n");
        assertThat(records(csv.getBytes(UTF_8)).get(201))
                .hasSize(COLUMNS.size())
                .startsWith("#end", "rows", "200");
        var ndjson = new String(bytes(ExportFormat.NDJSON, rows, random), UTF_8);
        assertThat(ndjson.lines().filter(line -> line.startsWith("{\"end\":"))).hasSize(1);
    }

    @Test
    void theChecksumIsOfAllBytesBeforeTheClosingLine() throws Exception {
        var random = new Random(4);
        var text = new String(bytes(ExportFormat.NDJSON, rows(random, 9), random), UTF_8);
        int closing = text.strip().lastIndexOf('\n') + 1;
        var sum = MessageDigest.getInstance("SHA-256")
                .digest(text.substring(0, closing).getBytes(UTF_8));

        assertThat(text.substring(closing))
                .isEqualTo("{\"end\":{\"rows\":9,\"sha256\":\"%s\",\"watermark\":\"17\"}}\n"
                        .formatted(HexFormat.of().formatHex(sum)));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInTheMidstEndsInAnErrorWithoutAClosingLine(ExportFormat format) {
        var store = Sinks.<List<Map<String, Object>>>one();
        var pages = Flux.concat(Flux.just(rows(new Random(5), 5_000)), store.asMono());
        var came = new ByteArrayOutputStream();

        StepVerifier.create(export.closed(format, pages, () -> BESIDES, DefaultDataBufferFactory.sharedInstance)
                        .doOnNext(buffer -> {
                            came.writeBytes(bytes(buffer));
                            store.tryEmitError(new IllegalStateException("the store is gone"));
                        }))
                .thenConsumeWhile(buffer -> true)
                .verifyErrorMessage("the store is gone");
        assertThat(came.size()).isPositive();
        assertThatThrownBy(() -> read(format, came.toByteArray(), new Random(5)))
                .isInstanceOf(WholeExport.Cut.class);
    }

    @Test
    void pagesAreReadAsTheyAreTakenAndNoFurtherThanOneAhead() {
        var asked = new AtomicInteger();
        var page = rows(new Random(6), 1_000);
        var pages = Flux.<List<Map<String, Object>>>generate(sink -> {
            asked.incrementAndGet();
            sink.next(page);
        });
        var taken = new AtomicInteger();
        var reader = new BaseSubscriber<DataBuffer>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }

            @Override
            protected void hookOnNext(DataBuffer buffer) {
                taken.incrementAndGet();
            }
        };
        export.closed(ExportFormat.NDJSON, pages, () -> BESIDES, DefaultDataBufferFactory.sharedInstance)
                .subscribe(reader);

        await().until(() -> taken.get() == 1);
        assertThat(asked).hasValueLessThanOrEqualTo(2);
        int before = asked.get();
        reader.request(2);
        await().until(() -> taken.get() == 3);
        assertThat(asked).hasValue(before);
        reader.cancel();
    }

    private static List<Map<String, Object>> rows(Random random, int many) {
        return IntStream.range(0, many).mapToObj(number -> row(random, number)).toList();
    }

    private static Map<String, Object> row(Random random, int number) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", random.nextBoolean() ? text(random) : "e-" + number);
        maybe(random, row, "text", text(random));
        maybe(random, row, "amount", Map.of("amount", "199.00", "currency", "CNY"));
        maybe(random, row, "people", Map.of("entered", random.nextLong()));
        maybe(random, row, "flag", random.nextBoolean());
        maybe(random, row, "number", random.nextInt());
        maybe(random, row, "rate", BigDecimal.valueOf(random.nextInt(1_000_000), 6));
        return row;
    }

    private static void maybe(Random random, Map<String, Object> row, String member, @Nullable Object value) {
        if (random.nextBoolean()) {
            row.put(member, Objects.requireNonNull(value));
        }
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** In pages of random lengths. */
    private byte[] bytes(ExportFormat format, List<Map<String, Object>> rows, Random random) {
        var pages = new ArrayList<List<Map<String, Object>>>();
        for (int from = 0; from < rows.size(); ) {
            int to = Math.min(rows.size(), from + random.nextInt(12));
            pages.add(rows.subList(from, to));
            from = to;
        }
        var all = new ByteArrayOutputStream();
        export.closed(format, Flux.fromIterable(pages), () -> BESIDES, DefaultDataBufferFactory.sharedInstance)
                .doOnNext(buffer -> all.writeBytes(bytes(buffer)))
                .blockLast();
        return all.toByteArray();
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        return bytes;
    }

    private static Closing read(ExportFormat format, byte[] bytes, Random random) throws WholeExport.Cut {
        var reading = new WholeExport(format);
        for (int from = 0; from < bytes.length; ) {
            int some = Math.min(bytes.length - from, 1 + random.nextInt(random.nextBoolean() ? 3 : 5_000));
            reading.add(bytes, from, some);
            from += some;
        }
        return reading.end();
    }

    /** As a reader that is not ours sees them. */
    private static List<List<String>> records(byte[] csv) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(new String(csv, UTF_8))) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }
}
