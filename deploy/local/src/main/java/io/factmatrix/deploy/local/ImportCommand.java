package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.EventsEndpoint;
import io.factmatrix.deploy.local.ingest.FileImport;
import io.factmatrix.deploy.local.ingest.Meter;
import io.factmatrix.deploy.local.ingest.Patience;
import io.factmatrix.deploy.local.ingest.Report;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.mapping.DryRun;
import io.factmatrix.deploy.local.mapping.Mapping;
import io.factmatrix.deploy.local.mapping.Tally;
import io.factmatrix.deploy.local.stack.RunningStack;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Send files of events through the public API, and report what became of them.",
        footer = {
            "",
            "Lines that are refused are written to PATH.rejected.ndjson, with their number, code and detail.",
            "Importing again is safe: what is stored is a duplicate.",
            "Mappings are explained in deploy/local/IMPORT.md; examples lie in deploy/local/mappings.",
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
            paramLabel = "ID",
            converter = Merchant.class,
            description = "The merchant whose events they are. Only a dry run needs none.")
    private @Nullable MerchantId merchant;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files to import, one after the other.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            description = "ndjson (default), csv or xlsx; plain or gzipped.")
    private Format format = Format.NDJSON;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How rows of csv or xlsx become events: YAML, see deploy/local/IMPORT.md.")
    private @Nullable Path mapping;

    @Option(
            names = "--dry-run",
            description = "Send nothing; show the first events and every problem by row. Needs no running stack.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        var size = FileImport.size(files);
        var kind = format.table();
        if (kind == null) {
            refuse(mapping != null, "--mapping: not for ndjson (expected: --format csv or xlsx beside it)");
            refuse(dryRun, "--dry-run: not for ndjson (expected: --format csv or xlsx beside it)");
            return imported(size, null, new Tally());
        }
        if (mapping == null) {
            throw new Failure("--mapping is missing (expected: a file that says how rows become events)");
        }
        var rows = Mapping.read(mapping, kind, InstantSource.system());
        if (dryRun) {
            var dry = new DryRun(rows, System.out);
            var problems = 0L;
            for (var file : files) {
                problems += dry.of(file);
            }
            return problems == 0 ? 0 : SOME_REFUSED;
        }
        // All of them before anything is sent.
        files.forEach(rows::check);
        return imported(size, rows, new Tally());
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new Failure(why);
        }
    }

    private int imported(long size, @Nullable Mapping rows, Tally tally) throws InterruptedException {
        if (merchant == null) {
            throw new Failure("--merchant is missing (expected: the merchant whose events they are)");
        }
        var endpoint = endpoint(RunningStack.on(port.number()), merchant);
        var report = run(endpoint, size, rows, tally);
        return report.rejected() + report.unsent() == 0 ? 0 : SOME_REFUSED;
    }

    private static FileImport importing(
            EventsEndpoint endpoint, Meter meter, Report report, @Nullable Mapping rows, Tally tally) {
        return rows == null
                ? new FileImport(endpoint, Patience.DEFAULT, meter, report)
                : new FileImport(endpoint, Patience.DEFAULT, meter, report, rows.opening(tally));
    }

    private Report run(EventsEndpoint endpoint, long size, @Nullable Mapping rows, Tally tally)
            throws InterruptedException {
        var report = new Report();
        // Printed when the import fails half way, too: what was decided stays decided.
        try (var meter = Meter.of(Boolean.getBoolean("fact.terminal"), size)) {
            importing(endpoint, meter, report, rows, tally).files(files);
        } finally {
            if (rows != null) {
                tally.print(System.out);
            }
            report.print(System.out);
        }
        return report;
    }

    static EventsEndpoint endpoint(RunningStack stack, MerchantId merchant) {
        var grant = new Grant(merchant, Set.of(Role.INTEGRATION), TTL);
        return new EventsEndpoint(stack.uri(), merchant.value(), () -> stack.token(grant));
    }
}
