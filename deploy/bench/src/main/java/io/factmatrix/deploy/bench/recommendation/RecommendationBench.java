package io.factmatrix.deploy.bench.recommendation;

import io.factmatrix.deploy.bench.result.PlantingBench;
import io.factmatrix.deploy.bench.result.Table;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Command;

/** {@code ./fact bench recommendations}. */
@Command(
        name = "recommendations",
        description = "Plant answers to costs, estimate them, divide budgets, and print what was found and gained.",
        sortOptions = false)
public final class RecommendationBench extends PlantingBench {

    /** Of which budgets are divided: returns of the others do not diminish. */
    private static final List<Shape> DIVIDED = List.of(Shape.LOGARITHM, Shape.POWER, Shape.SATURATING);

    public RecommendationBench() {
        super("Recommendations");
    }

    @Override
    protected String results(int runs, Random random) {
        var curves =
                new Table("planted", "told", "bounds hold the return", "return is off by", "WAPE: curve · last week");
        for (var shape : Shape.values()) {
            var recovery = new Recovery();
            for (int run = 0; run < runs; run++) {
                var planted = Planted.any(shape, random);
                recovery.add(planted, planted.days(Recovery.DAYS, random));
            }
            curves.add(recovery.line(shape));
        }
        var gains = new Table(
                "planted", "divided", "better than at present", "gained", "told", "bounds hold it", "of the best");
        for (var shape : DIVIDED) {
            var followed = new Followed();
            for (int run = 0; run < runs; run++) {
                followed.add(shape, random);
            }
            gains.add(followed.line(shape));
        }
        return curves.markdown() + "\n" + gains.markdown();
    }
}
