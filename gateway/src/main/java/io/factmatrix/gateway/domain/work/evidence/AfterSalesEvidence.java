package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.ledger.domain.aftersales.FieldAfterSales;
import io.factmatrix.ledger.domain.aftersales.ProductWeek;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a field's products in the last week, beside the four weeks before it.
 *
 * <p>A share of a product's paid lines has risen when the lower bound of the last week's is above the upper bound of the four weeks'; both are {@linkplain Share
 * Wilson's}, as many sigmas wide as the rule says. A product that was not sold before is not judged.
 */
public record AfterSalesEvidence(FieldAfterSales seen) {

    /** The last one, and those it is compared with. */
    public static final int WEEKS = 5;

    private static final int DAYS_OF_WEEK = 7;

    /** A product's weeks: the last, and the sum of the others. */
    private record Product(String name, ProductWeek last, ProductWeek before) {

        static Optional<Product> of(String name, List<ProductWeek> weeks) {
            var last = weeks.stream().filter(week -> week.week() == 0).findFirst();
            return last.map(now -> new Product(name, now, before(name, weeks)))
                    .filter(product -> product.last.lines() > 0 && product.before.lines() > 0);
        }

        private static ProductWeek before(String name, List<ProductWeek> weeks) {
            return weeks.stream()
                    .filter(week -> week.week() > 0)
                    .reduce(
                            new ProductWeek(name, 1, 0, 0, 0, 0, 0),
                            (one, other) -> new ProductWeek(
                                    name,
                                    1,
                                    one.lines() + other.lines(),
                                    one.refundedLines() + other.refundedLines(),
                                    one.paid() + other.paid(),
                                    one.refunded() + other.refunded(),
                                    one.complaints() + other.complaints()));
        }

        /** That many of the lines; one line can be complained of twice. */
        static Share share(ProductWeek week, ToLongFunction<ProductWeek> some) {
            return new Share(Math.min(some.applyAsLong(week), week.lines()), week.lines());
        }
    }

    /** A share that has risen. */
    private record Risen(Product product, Share now, Share before) {}

    /**
     * {@link RuleKind#REFUND_SPIKE}. The money is what was paid for the last week's lines × (its share − the share before), between the bounds of both.
     */
    public List<Finding> refundSpikes(Judging judging) {
        double sigmas = judging.threshold(RuleKind.SIGMAS);
        double least = judging.threshold(RuleKind.LEAST_LINES);
        return risen(ProductWeek::refundedLines, sigmas).stream()
                .filter(risen -> risen.now().of() >= least && risen.before().of() >= least)
                .map(risen -> {
                    double paid = risen.product().last().paid();
                    var facts = facts(risen, "refundedLines", judging);
                    facts.put("paid", judging.money(risen.product().last().paid()));
                    facts.put("refunded", judging.money(risen.product().last().refunded()));
                    return finding(
                            judging,
                            Department.GOODS,
                            risen,
                            facts,
                            ExpectedMoney.between(
                                    judging.settings().currency(),
                                    paid * (risen.now().value() - risen.before().value()),
                                    paid
                                            * (risen.now().lower(sigmas)
                                                    - risen.before().upper(sigmas)),
                                    paid
                                            * (risen.now().upper(sigmas)
                                                    - risen.before().lower(sigmas))));
                })
                .toList();
    }

    /** {@link RuleKind#COMPLAINT_CLUSTER}: complaints for each paid line. */
    public List<Finding> complaintClusters(Judging judging) {
        double least = judging.threshold(RuleKind.LEAST_COMPLAINTS);
        return risen(ProductWeek::complaints, judging.threshold(RuleKind.SIGMAS)).stream()
                .filter(risen -> risen.product().last().complaints() >= least)
                .map(risen -> finding(
                        judging,
                        Department.SERVICE,
                        risen,
                        facts(risen, "complaints", judging),
                        ExpectedMoney.unknown("what a complaint costs is not known")))
                .toList();
    }

    private List<Risen> risen(ToLongFunction<ProductWeek> some, double sigmas) {
        var weeks = seen.weeks().stream()
                .collect(Collectors.groupingBy(ProductWeek::product, LinkedHashMap::new, Collectors.toList()));
        var risen = new ArrayList<Risen>();
        weeks.forEach((name, ofProduct) -> Product.of(name, ofProduct)
                .map(product ->
                        new Risen(product, Product.share(product.last(), some), Product.share(product.before(), some)))
                .filter(both -> both.now().lower(sigmas) > both.before().upper(sigmas))
                .ifPresent(risen::add));
        return risen;
    }

    private static Map<String, @Nullable Object> facts(Risen risen, String what, Judging judging) {
        var days = week(judging);
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("from", days.from().toString());
        facts.put("to", days.to().toString());
        facts.put("lines", risen.product().last().lines());
        facts.put(what, risen.now().some());
        facts.put("rate", Judging.rate(risen.now().value()));
        facts.put("linesBefore", risen.product().before().lines());
        facts.put(what + "Before", risen.before().some());
        facts.put("rateBefore", Judging.rate(risen.before().value()));
        return facts;
    }

    private Finding finding(
            Judging judging,
            Department department,
            Risen risen,
            Map<String, @Nullable Object> facts,
            ExpectedMoney expected) {
        Field field = seen.field();
        var name = risen.product().name();
        return new Finding(
                field.word() + "/" + name,
                department,
                Set.of(field),
                Map.of("field", field.word(), "product", name),
                facts,
                judging.cockpit(department, week(judging)),
                expected,
                "",
                BigDecimal.valueOf(risen.now().value()));
    }

    private static Period week(Judging judging) {
        return judging.lastDays(DAYS_OF_WEEK);
    }
}
