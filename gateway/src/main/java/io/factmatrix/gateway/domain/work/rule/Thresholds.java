package io.factmatrix.gateway.domain.work.rule;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The numbers of a rule, by their names. */
public record Thresholds(Map<String, BigDecimal> values) {

    /** Equal when their numbers are, however they are written. */
    public Thresholds {
        var plain = new LinkedHashMap<String, BigDecimal>();
        values.forEach((name, value) -> plain.put(name, value.stripTrailingZeros()));
        values = Map.copyOf(plain);
    }

    /** Those that were kept; one that the rule did not have then is as usual. */
    public static Thresholds kept(RuleKind rule, Map<String, BigDecimal> kept) {
        var values = new LinkedHashMap<>(usual(rule).values());
        rule.thresholds()
                .forEach(threshold ->
                        values.computeIfPresent(threshold.name(), (name, usual) -> kept.getOrDefault(name, usual)));
        return new Thresholds(values);
    }

    /** Those that are usual. */
    static Thresholds usual(RuleKind rule) {
        var values = new LinkedHashMap<String, BigDecimal>();
        rule.thresholds().forEach(threshold -> values.put(threshold.name(), threshold.usual()));
        return new Thresholds(values);
    }

    /** What is left out is as usual; a number out of its bounds is refused, and so is one of another rule. */
    public static Thresholds read(RuleKind rule, Members members) throws Refused {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (var threshold : rule.thresholds()) {
            values.put(threshold.name(), threshold.read(members));
        }
        for (var kind : RuleKind.values()) {
            for (var threshold : kind.thresholds()) {
                if (!values.containsKey(threshold.name()) && members.has(threshold.name())) {
                    throw members.invalid(
                            threshold.name(),
                            members.required(threshold.name()),
                            "none: %s has %s".formatted(rule.word(), values.keySet()));
                }
            }
        }
        members.nothingLeft();
        return new Thresholds(values);
    }

    /** One that the rule has. */
    public double of(String name) {
        return Objects.requireNonNull(values.get(name), name).doubleValue();
    }

    /** In the order of the rule. */
    Map<String, Object> members(RuleKind rule) {
        var members = new LinkedHashMap<String, Object>();
        for (var threshold : rule.thresholds()) {
            var value = Objects.requireNonNull(values.get(threshold.name()));
            members.put(threshold.name(), new BigDecimal(value.toPlainString()));
        }
        return members;
    }
}
