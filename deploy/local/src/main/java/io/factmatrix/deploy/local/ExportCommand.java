package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.download.LedgerDownload;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.stack.RunningStack;
import io.factmatrix.kit.export.ExportFormat;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Write a field's ledger into a file, and verify that it is whole.",
        footer = {
            "",
            "What comes is written to FILE.part, and put in the place of FILE when its count and checksum are right.",
            "The watermark that is printed is where the next export goes on: --after.",
            "",
            "Exit code 0: FILE is whole; 1: it is not, and FILE is as it was."
        })
final class ExportCommand implements Callable<Integer> {

    /** A token is looked at when an export begins. */
    private static final Duration TTL = Duration.ofMinutes(10);

    @Mixin
    private Port port = new Port();

    @Option(
            names = "--merchant",
            required = true,
            paramLabel = "ID",
            converter = Merchant.class,
            description = "The merchant whose ledger it is.")
    private @Nullable MerchantId merchant;

    @Option(names = "--field", required = true, paramLabel = "FIELD", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable Field field;

    @Option(
            names = "--after",
            paramLabel = "WATERMARK",
            defaultValue = "0",
            description = "Only what was recorded behind it (default: all).")
    private BigInteger after = BigInteger.ZERO;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "ndjson",
            description = "ndjson (default) or csv.")
    private ExportFormat format = ExportFormat.NDJSON;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (merchant == null || field == null || file == null) {
            throw new IllegalStateException("required");
        }
        var stack = RunningStack.on(port.number());
        var token = stack.token(new Grant(merchant, Set.of(Role.INTEGRATION), TTL));
        var closing = new LedgerDownload(stack.uri(), merchant.value(), field.word(), after.toString(), format, token)
                .into(file);
        System.out.printf(
                "%,d rows up to watermark %s in %s (SHA-256 %s)%n",
                closing.rows(), closing.besides().get("watermark"), file, closing.sha256());
        return 0;
    }
}
