package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.gateway.domain.work.ExpectedMoney;
import io.factmatrix.gateway.domain.work.Finding;
import io.factmatrix.gateway.domain.work.rule.Department;
import io.factmatrix.gateway.domain.work.rule.RuleKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field whose service does not answer. */
public record AwayField(FieldService service, String reason) {

    /** {@link RuleKind#FIELD_STALE}. It rests on no field's evidence: that there is none is what it says. */
    public Finding finding(Judging judging) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("reason", reason);
        return new Finding(
                service.word(),
                department(service),
                Set.of(),
                Map.of("field", service.word()),
                facts,
                judging.path("/calendar?from=%s&to=%s&field=%s"
                        .formatted(
                                judging.lastDays(1).to(),
                                judging.lastDays(1).to().plusDays(1),
                                service.word())),
                ExpectedMoney.unknown("what the field would tell is not known"),
                "",
                BigDecimal.ZERO);
    }

    /** Whose work it is when the fields of that service tell nothing. */
    static Department department(FieldService service) {
        return switch (service) {
            case LIVESTREAM -> Department.CONTENT;
            case CREATOR, KOL -> Department.CREATORS;
            case CAMPAIGN -> Department.ADS;
        };
    }
}
