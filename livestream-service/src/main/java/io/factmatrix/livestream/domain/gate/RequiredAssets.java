package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.livestream.domain.rundown.LineId;
import io.factmatrix.livestream.domain.session.Asset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** There is an asset of each of these kinds. */
record RequiredAssets(List<String> kinds, Scope scope) implements Condition {

    static final String KIND = "required-assets";

    private static final int MOST = 20;

    static RequiredAssets of(Members members) throws Refused {
        var kinds = members.texts("assets", MOST);
        if (kinds.isEmpty()) {
            throw members.invalid("assets", "none", "1 to %d kinds of assets".formatted(MOST));
        }
        var scope = members.word("scope", Word.all(Scope.class), Scope.SESSION.word());
        return new RequiredAssets(kinds, Word.of(Scope.class, scope).orElseThrow());
    }

    @Override
    public List<Finding> findings(Preparation preparation) {
        var findings = new ArrayList<Finding>();
        if (scope == Scope.SESSION) {
            look(null, preparation.session().plan().assets(), findings);
        } else {
            preparation.offers().forEach(line -> look(line.id(), line.content().assets(), findings));
        }
        return findings;
    }

    private void look(@Nullable LineId line, List<Asset> assets, List<Finding> findings) {
        for (var kind : kinds) {
            if (assets.stream().noneMatch(asset -> asset.kind().equals(kind))) {
                findings.add(new Finding(
                        line,
                        "assets",
                        "assets: no %s (expected: one)".formatted(kind),
                        "Add an asset of kind %s to the %s.".formatted(kind, line == null ? "session" : "line")));
            }
        }
    }

    @Override
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", KIND);
        members.put("assets", kinds);
        members.put("scope", scope);
        return members;
    }
}
