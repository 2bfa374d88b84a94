package io.factmatrix.deploy.bench.snowball;

import io.factmatrix.deploy.bench.result.PlantingBench;
import io.factmatrix.deploy.bench.result.Table;
import java.util.Locale;
import java.util.Random;
import picocli.CommandLine.Command;

/** {@code ./fact bench snowball}. */
@Command(
        name = "snowball",
        description = "Plant snowballs and funnels, read them, and print what was found and how forecasts did.",
        sortOptions = false)
public final class SnowballBench extends PlantingBench {

    private static final double[] PLANTED = {0.85, 0.90, 0.95, 1.00, 1.05, 1.10};
    private static final String FORECASTS = "WAPE: meter · last week · Holt-Winters";

    public SnowballBench() {
        super("The snowball meter");
    }

    @Override
    protected String results(int runs, Random random) {
        var table = new Table(
                "planted",
                "R told",
                "within 0.03",
                "bounds hold it",
                "free impressions, " + FORECASTS,
                "GMV, " + FORECASTS);
        for (double r : PLANTED) {
            var recovery = new Recovery(r);
            for (int run = 0; run < runs; run++) {
                recovery.add(Planted.snowball(r, random).days(Recovery.length(), random));
            }
            table.add(recovery.line(String.format(Locale.ROOT, "R = %.2f", r)));
        }
        var funnels = new Recovery(Double.NaN);
        for (int run = 0; run < runs; run++) {
            funnels.add(Planted.funnel(random).days(Recovery.length(), random));
        }
        table.add(funnels.line("funnel"));
        return table.markdown();
    }
}
