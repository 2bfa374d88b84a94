package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.ingest.EventsEndpoint;
import io.factmatrix.deploy.local.ingest.FileImport;
import io.factmatrix.deploy.local.ingest.Meter;
import io.factmatrix.deploy.local.ingest.Patience;
import io.factmatrix.deploy.local.ingest.Report;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.stack.RunningStack;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "import",
        description = "Send files of events through the public API, and report what became of them.",
        footer = {
            "",
            "Lines that are refused are written to PATH.rejected.ndjson, with their number, code and detail.",
            "Importing again is safe: what is stored is a duplicate.",
            "",
            "Exit code 0: every line stored or a duplicate; 2: some were refused; 1: not all could be decided."
        })
final class ImportCommand implements Callable<Integer> {

    private static final int SOME_REFUSED = 2;

    /** A token is made for each request, so it may be short-lived. */
    private static final Duration TTL = Duration.ofMinutes(10);

    @Mixin
    private Port port = new Port();

    @Option(
            names = "--merchant",
            required = true,
            paramLabel = "ID",
            converter = Merchant.class,
            description = "The merchant whose events they are.")
    private @Nullable MerchantId merchant;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files to import, one after the other.")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "ndjson, plain or gzipped (default: ndjson).")
    void setFormat(String format) {
        if (!format.equals("ndjson")) {
            throw new TypeConversionException("format: " + format + " (expected: ndjson)");
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (merchant == null) {
            throw new IllegalStateException("required");
        }
        var size = FileImport.size(files);
        var endpoint = endpoint(RunningStack.on(port.number()), merchant);
        var report = run(endpoint, size);
        return report.rejected() == 0 ? 0 : SOME_REFUSED;
    }

    private Report run(EventsEndpoint endpoint, long size) throws InterruptedException {
        var report = new Report();
        // Printed when the import fails half way, too: what was decided stays decided.
        try (var meter = Meter.of(Boolean.getBoolean("fact.terminal"), size)) {
            new FileImport(endpoint, Patience.DEFAULT, meter, report).files(files);
        } finally {
            report.print(System.out);
        }
        return report;
    }

    static EventsEndpoint endpoint(RunningStack stack, MerchantId merchant) {
        var grant = new Grant(merchant, Set.of(Role.INTEGRATION), TTL);
        return new EventsEndpoint(stack.uri(), merchant.value(), () -> stack.token(grant));
    }
}
