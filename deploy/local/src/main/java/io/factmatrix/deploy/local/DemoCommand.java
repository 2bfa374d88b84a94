package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.demo.DemoMerchant;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.FileImport;
import io.factmatrix.deploy.local.ingest.Meter;
import io.factmatrix.deploy.local.ingest.Patience;
import io.factmatrix.deploy.local.ingest.Report;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.stack.RunningStack;
import io.factmatrix.kit.merchant.MerchantId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "demo", description = "Start everything with a small merchant called demo; Ctrl-C stops it.")
final class DemoCommand implements Callable<Integer> {

    private static final MerchantId MERCHANT = MerchantId.of("demo");
    private static final long SEED = 618;
    private static final Duration TTL = Duration.ofDays(7);

    @Mixin
    private Port port = new Port();

    @Mixin
    private StackArguments arguments = new StackArguments();

    @Override
    public Integer call() throws InterruptedException {
        return new Foreground(arguments, port).run(DemoCommand::load);
    }

    private static void load(RunningStack stack) {
        var report = new Report();
        var endpoint = ImportCommand.endpoint(stack, MERCHANT);
        try (var events = DemoMerchant.events(SEED)) {
            new FileImport(endpoint, Patience.DEFAULT, Meter.none(), report).stream(events);
        } catch (IOException e) {
            throw Failure.of("demo merchant", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
        if (report.rejected() > 0) {
            throw new Failure("demo merchant: " + report.codes() + " (expected: no line rejected)");
        }
        System.out.printf(
                "Loaded merchant %s: %,d events in %.1f s%n%n", MERCHANT, report.received(), report.seconds());
        invite(stack);
    }

    private static void invite(RunningStack stack) {
        var token = stack.token(new Grant(MERCHANT, TokenCommand.DEFAULT_ROLES, TTL));
        System.out.printf("""
                Gateway  %1$s
                Docs     %1$s/docs
                Token    %2$s

                The view of its sixty days:
                curl -s -H 'Authorization: Bearer %2$s' \\
                  '%1$s/v1/merchants/%3$s/operating-view?from=%4$s&to=%5$s'

                Ctrl-C stops it.
                """, stack.uri(), token, MERCHANT, DemoMerchant.FROM, DemoMerchant.TO);
    }
}
