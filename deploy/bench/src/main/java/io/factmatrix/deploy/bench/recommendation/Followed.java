package io.factmatrix.deploy.bench.recommendation;

import io.factmatrix.gateway.domain.recommendation.Day;
import io.factmatrix.gateway.domain.recommendation.Division;
import io.factmatrix.gateway.domain.recommendation.Reallocation;
import io.factmatrix.gateway.domain.recommendation.Response;
import io.factmatrix.gateway.domain.recommendation.Wish;
import io.factmatrix.ledger.domain.event.Field;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Merchants of four planted fields who do as they are told: what that really brings, beside what they do at present and the best that could be done within the same costs. */
final class Followed {

    private static final List<Field> FIELDS = List.of(Field.LIVESTREAM, Field.CREATOR, Field.CAMPAIGN, Field.KOL);
    private static final int AHEAD = 14;

    /** In so many parts money is given to whom it brings most: another way to the best division than the one that is measured. */
    private static final int PARTS = 4_000;

    private final List<Double> ofBest = new ArrayList<>();
    private int runs;
    private int better;
    private int held;
    private double gained;
    private double told;

    void add(Kind kind, RandomGenerator random) {
        runs++;
        var planted = new EnumMap<Field, Planted>(Field.class);
        var days = new EnumMap<Field, List<Day>>(Field.class);
        var responses = new EnumMap<Field, Response>(Field.class);
        for (var field : FIELDS) {
            planted.put(field, Planted.any(kind, random));
            days.put(field, Objects.requireNonNull(planted.get(field)).days(Recovery.DAYS, random));
            responses.put(field, Response.of(Objects.requireNonNull(days.get(field))));
        }
        var division = Division.of(responses, new Wish(Currency.getInstance("CNY"), null, AHEAD, Map.of()));
        var gain = division.gain();
        if (gain == null) {
            return;
        }
        double present = 0;
        double recommended = 0;
        for (var field : FIELDS) {
            var of = Objects.requireNonNull(planted.get(field));
            present += AHEAD * of.netGmv(Recovery.meanCost(Objects.requireNonNull(days.get(field))));
            recommended += AHEAD * of.netGmv(daily(division, field));
        }
        double best = best(planted, responses, division);
        double real = recommended - present;
        ofBest.add(real / (best - present));
        better += real > 0 ? 1 : 0;
        held += gain.lower() <= real && real <= gain.upper() ? 1 : 0;
        gained += real / present;
        told += gain.value() / present;
    }

    private static double daily(Reallocation division, Field field) {
        var share = Objects.requireNonNull(division.shares().get(field));
        return Objects.requireNonNull(share.recommended()).doubleValue() / AHEAD;
    }

    /** What the same money would bring at best, each field that is told within the costs that were seen. */
    private static double best(Map<Field, Planted> planted, Map<Field, Response> responses, Reallocation division) {
        var costs = new EnumMap<Field, Double>(Field.class);
        double money = 0;
        for (var field : FIELDS) {
            var curves = Objects.requireNonNull(responses.get(field)).curves();
            double cost = daily(division, field);
            costs.put(field, curves == null ? cost : curves.leastCost());
            money += cost - Objects.requireNonNull(costs.get(field));
        }
        for (int part = 0; part < PARTS; part++) {
            double step = money / PARTS;
            Field to = null;
            double most = Double.NEGATIVE_INFINITY;
            for (var field : FIELDS) {
                var curves = Objects.requireNonNull(responses.get(field)).curves();
                double cost = Objects.requireNonNull(costs.get(field));
                if (curves != null && cost + step <= curves.mostCost()) {
                    var of = Objects.requireNonNull(planted.get(field));
                    double more = of.netGmv(cost + step) - of.netGmv(cost);
                    if (more > most) {
                        most = more;
                        to = field;
                    }
                }
            }
            if (to != null) {
                costs.merge(to, step, Double::sum);
            }
        }
        double best = 0;
        for (var field : FIELDS) {
            best += AHEAD * Objects.requireNonNull(planted.get(field)).netGmv(Objects.requireNonNull(costs.get(field)));
        }
        return best;
    }

    /** A line of a table: the kind, divided, better, gained, told, held and the share of what could be gained. */
    String[] line(Kind kind) {
        int divided = ofBest.size();
        var line = new ArrayList<String>(List.of(kind.told(), percent(divided, runs)));
        if (divided == 0) {
            line.addAll(List.of("–", "–", "–", "–", "–"));
        } else {
            ofBest.sort(null);
            line.addAll(List.of(
                    percent(better, divided),
                    tenths(gained / divided),
                    tenths(told / divided),
                    percent(held, divided),
                    String.format(Locale.ROOT, "%.0f%%", 100 * ofBest.get(divided / 2))));
        }
        return line.toArray(String[]::new);
    }

    private static String percent(int of, int all) {
        return String.format(Locale.ROOT, "%.0f%%", 100.0 * of / all);
    }

    private static String tenths(double share) {
        return String.format(Locale.ROOT, "%+.1f%%", 100 * share);
    }
}
