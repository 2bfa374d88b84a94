package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.deploy.local.download.LedgerDownload;
import io.factmatrix.kit.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./fact export} writes: a ledger, whole, and the rest of it from where the last one ended. */
@ExtendWith(RunningStack.Shared.class)
class ExportFileTest {

    @TempDir
    private Path folder;

    private final RunningStack stack;

    ExportFileTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void aLedgerIsExportedIntoAFileAndOnFromItsWatermark() throws IOException {
        var merchant = stack.newMerchant();
        var history = History.random(34, 600);
        assertThat(merchant.ingest(history, MerchantApi.Form.NDJSON).status()).isEqualTo(200);
        for (var field : Event.FIELDS) {
            var ledger = merchant.ledgerStream(field, null).lines();
            for (var format : ExportFormat.values()) {
                exported(merchant.merchant(), field, format, 0, ledger.size());
                exported(merchant.merchant(), field, format, ledger.size() / 2, ledger.size());
                exported(merchant.merchant(), field, format, ledger.size(), ledger.size());
            }
        }
    }

    private void exported(String merchant, String field, ExportFormat format, int after, int watermark)
            throws IOException {
        var file = folder.resolve(field + "." + format.word());
        var token = stack.token(merchant, RunningStack.DEFAULT_ROLES);
        var closing =
                new LedgerDownload(stack.gateway(), merchant, field, Integer.toString(after), format, token).into(file);
        assertThat(closing.rows()).isEqualTo(watermark - after);
        assertThat(closing.besides()).containsEntry("watermark", Integer.toString(watermark));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        // A closing line, and a header of CSV; no text of that history has a line break.
        assertThat(Files.readAllLines(file)).hasSize(watermark - after + (format == ExportFormat.CSV ? 2 : 1));
    }
}
