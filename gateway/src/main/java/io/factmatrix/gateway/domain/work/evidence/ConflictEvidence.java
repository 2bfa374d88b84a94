package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.kit.json.Word;
import io.factmatrix.plan.domain.PromiseConflict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Promises that contradict each other, as the price guard found them. */
public record ConflictEvidence(PromiseConflict conflict) {

    /** {@link RuleKind#PROMISE_CONFLICT}. What is at stake is told where it is known; another price or stock is another matter. */
    public Finding finding(Judging judging) {
        var told = conflict.members();
        var facts = new LinkedHashMap<String, @Nullable Object>();
        for (var name : new String[] {"start", "end", "floor", "stock", "promised"}) {
            facts.put(name, told.get(name));
        }
        facts.put("start", conflict.span().start().toString());
        facts.put("end", conflict.span().end().toString());
        return new Finding(
                conflict.key(),
                Word.of(Department.class, conflict.kind().department()).orElseThrow(),
                conflict.sides().stream().map(side -> side.source().field()).collect(Collectors.toUnmodifiableSet()),
                subject(),
                facts,
                judging.path("/promises?from=%s&to=%s%s"
                        .formatted(conflict.span().start(), conflict.span().end(), ofProduct())),
                atStake(),
                "%s %s %s".formatted(conflict.stake().money(), conflict.floor(), conflict.promised()),
                BigDecimal.ZERO);
    }

    private Map<String, @Nullable Object> subject() {
        var subject = new LinkedHashMap<String, @Nullable Object>();
        subject.put("kind", conflict.kind().code());
        subject.put("product", conflict.product());
        subject.put(
                "sides",
                conflict.sides().stream()
                        .limit(2)
                        .map(side -> side.source().toString())
                        .toList());
        return subject;
    }

    private String ofProduct() {
        return conflict.product() == null ? "" : "&product=" + Judging.encoded(conflict.product());
    }

    private ExpectedMoney atStake() {
        var money = conflict.stake().money();
        return money == null
                ? ExpectedMoney.unknown(
                        Objects.requireNonNullElse(conflict.stake().unknown(), "not told"))
                : ExpectedMoney.exactly(money.currency(), BigInteger.valueOf(money.minor()));
    }
}
