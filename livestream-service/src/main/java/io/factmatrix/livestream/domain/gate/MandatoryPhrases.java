package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.livestream.domain.phrase.Text;
import io.factmatrix.livestream.domain.rundown.Line;
import io.factmatrix.livestream.domain.rundown.LineId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each of these phrases is in the script. */
record MandatoryPhrases(Phrases phrases, Scope scope) implements Condition {

    static final String KIND = "mandatory-phrases";

    static MandatoryPhrases of(Members members) throws Refused {
        var scope = members.word("scope", Word.all(Scope.class), Scope.SESSION.word());
        return new MandatoryPhrases(
                Phrases.of(members), Word.of(Scope.class, scope).orElseThrow());
    }

    @Override
    public List<Finding> findings(Preparation preparation) {
        var findings = new ArrayList<Finding>();
        if (scope == Scope.SESSION) {
            look(null, preparation.rundown().lines(), findings);
        } else {
            preparation.offers().forEach(line -> look(line.id(), List.of(line), findings));
        }
        return findings;
    }

    private void look(@Nullable LineId at, List<Line> lines, List<Finding> findings) {
        var texts = lines.stream()
                .flatMap(line -> line.content().segments().stream())
                .map(segment -> Text.of(segment.text()))
                .toList();
        phrases.byText().forEach((written, phrase) -> {
            if (texts.stream().allMatch(text -> phrase.in(text).isEmpty())) {
                findings.add(new Finding(
                        at,
                        "segments",
                        "segments: not said (expected: \"%s\")".formatted(written),
                        "Say \"%s\" in a segment of %s.".formatted(written, at == null ? "any line" : "this line")));
            }
        });
    }

    @Override
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", KIND);
        members.put("phrases", phrases.texts());
        members.put("scope", scope);
        return members;
    }
}
