package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.demo.Backstage;
import io.factmatrix.deploy.local.demo.DemoMerchant;
import io.factmatrix.deploy.local.demo.MerchantApi;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.FileImport;
import io.factmatrix.deploy.local.ingest.Patience;
import io.factmatrix.deploy.local.ingest.Report;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.stack.RunningStack;
import io.factmatrix.kit.merchant.MerchantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Start everything with an invented merchant called demo; Ctrl-C stops it.",
            "About 300,000 events of nine weeks around the platform promotion of 18 June 2026."
        })
final class DemoCommand implements Callable<Integer> {

    private static final MerchantId MERCHANT = MerchantId.of("demo");
    private static final Duration TTL = Duration.ofDays(7);

    @Mixin
    private Port port = new Port();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "618",
            description = "Which merchant: another number, another luck (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write its events to this file, for ./fact import, and start nothing.")
    private @Nullable Path file;

    @Mixin
    private StackArguments arguments = new StackArguments();

    @Override
    public Integer call() throws InterruptedException {
        if (file == null) {
            return new Foreground(arguments, port).run(this::load);
        }
        write(file);
        return 0;
    }

    private void write(Path to) {
        try (var events = DemoMerchant.events(seed);
                var out = Files.newOutputStream(to)) {
            events.transferTo(out);
        } catch (NoSuchFileException e) {
            throw new Failure(to + ": no such folder (expected: a file in a folder that is there)", e);
        } catch (IOException e) {
            throw Failure.of(to.toString(), e);
        }
    }

    private void load(RunningStack stack) {
        var report = new Report();
        var endpoint = ImportCommand.endpoint(stack, MERCHANT);
        try (var events = DemoMerchant.events(seed);
                var meter = new DemoMeter(Boolean.getBoolean("fact.terminal"), DemoMerchant.EVENTS)) {
            new FileImport(endpoint, Patience.DEFAULT, meter, report).stream(events);
        } catch (IOException e) {
            throw Failure.of("demo merchant", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
        if (report.rejected() > 0) {
            throw new Failure(refused(report));
        }
        System.out.printf(
                "Loaded merchant %s: %,d events in %.1f s%n%n", MERCHANT, report.received(), report.seconds());
        invite(stack, backstage(stack));
    }

    private static Backstage backstage(RunningStack stack) {
        var grant = new Grant(MERCHANT, TokenCommand.DEFAULT_ROLES, TTL);
        try {
            return Backstage.of(new MerchantApi(stack.uri(), MERCHANT.value(), () -> stack.token(grant)));
        } catch (IOException e) {
            throw Failure.of("demo merchant", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static String refused(Report report) {
        return report.codes().keySet().equals(Set.of("event.conflict"))
                ? "demo merchant: the data folder holds one of another seed (expected: that seed, or another folder)"
                : "demo merchant: " + report.codes() + " (expected: no line rejected)";
    }

    private static void invite(RunningStack stack, Backstage backstage) {
        var token = stack.token(new Grant(MERCHANT, TokenCommand.DEFAULT_ROLES, TTL));
        System.out.printf(
                """
                Gateway  %1$s
                Docs     %1$s/docs
                Token    %2$s

                TOKEN=%2$s
                MERCHANT=%1$s/v1/merchants/%3$s
                VIEW=$MERCHANT/operating-view

                # All of it
                curl -s -H "Authorization: Bearer $TOKEN" "$VIEW?from=%4$s&to=%5$s"
                # The burst, beside the days before it
                curl -s -H "Authorization: Bearer $TOKEN" "$VIEW?from=%6$s&to=%7$s&compare=previous"
                # The shop in Thailand, in its currency
                curl -s -H "Authorization: Bearer $TOKEN" "$VIEW?from=%4$s&to=%5$s&shop=tiktok-th&currency=THB"
                # How a live session went, and what has come since its review
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/sessions/%8$s/review"
                # Which creators to ask, and why
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/screenings/%9$s/results"
                # What a creator is paid for a month
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/settlement-statements?state=closed"
                # What a campaign brought, beside what would have been sold without it
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/campaigns/%10$s/report"
                # What an evening with a KOL brought, and whom nobody had sold to before
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/engagements/%11$s/economics"
                # What the fields plan, and what they promise twice
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/calendar?from=%4$s&to=%5$s"
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/conflicts?kind=promise.stock"
                # What those who place advertisements see of the burst; and how people came closer
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/departments/ads?from=%6$s&to=%7$s&compare=previous"
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/lenses/aipl?from=%4$s&to=%5$s"
                # What the departments have to do
                curl -s -H "Authorization: Bearer $TOKEN" "$MERCHANT/work-items"

                Ctrl-C stops it.
                """,
                stack.uri(),
                token,
                MERCHANT,
                DemoMerchant.FROM,
                DemoMerchant.TO,
                DemoMerchant.BURST_FROM,
                DemoMerchant.BURST_TO,
                backstage.session(),
                backstage.screening(),
                backstage.campaign(),
                backstage.engagement());
    }
}
