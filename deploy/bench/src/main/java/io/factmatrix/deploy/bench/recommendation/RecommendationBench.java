package io.factmatrix.deploy.bench.recommendation;

import io.factmatrix.deploy.bench.result.PlantingBench;
import io.factmatrix.deploy.bench.result.Table;
import java.util.Random;
import picocli.CommandLine.Command;

/** {@code ./fact bench recommendations}. */
@Command(
        name = "recommendations",
        description = "Plant answers to costs, estimate them, divide budgets, and print what was found and gained.",
        sortOptions = false)
public final class RecommendationBench extends PlantingBench {

    public RecommendationBench() {
        super("Recommendations");
    }

    @Override
    protected String results(int runs, Random random) {
        var curves =
                new Table("planted", "told", "bounds hold the return", "return is off by", "WAPE: curve · last week");
        for (var kind : Kind.all()) {
            var recovery = new Recovery();
            for (int run = 0; run < runs; run++) {
                var planted = Planted.any(kind, random);
                recovery.add(planted, planted.days(Recovery.DAYS, random));
            }
            curves.add(recovery.line(kind));
        }
        var gains = new Table(
                "planted", "divided", "better than at present", "gained", "told", "bounds hold it", "of the best");
        Kind.all().stream().filter(Kind::isDiminishing).forEach(kind -> {
            var followed = new Followed();
            for (int run = 0; run < runs; run++) {
                followed.add(kind, random);
            }
            gains.add(followed.line(kind));
        });
        return curves.markdown() + "\n" + gains.markdown();
    }
}
