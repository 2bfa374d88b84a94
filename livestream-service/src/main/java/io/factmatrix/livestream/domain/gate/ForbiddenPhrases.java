package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import io.factmatrix.livestream.domain.phrase.Text;
import io.factmatrix.livestream.domain.rundown.LineId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** None of these phrases is said, or written, as it is or in disguise. */
record ForbiddenPhrases(Phrases phrases, Where where) implements Condition {

    static final String KIND = "forbidden-phrases";

    static ForbiddenPhrases of(Members members) throws Refused {
        var where = members.word("where", Word.all(Where.class), Where.EVERYWHERE.word());
        return new ForbiddenPhrases(
                Phrases.of(members), Word.of(Where.class, where).orElseThrow());
    }

    @Override
    public List<Finding> findings(Preparation preparation) {
        var findings = new ArrayList<Finding>();
        if (where.isTitles()) {
            look(null, "title", preparation.session().plan().title(), findings);
        }
        for (var line : preparation.rundown().lines()) {
            var title = line.content().title();
            if (where.isTitles() && title != null) {
                look(line.id(), "title", title, findings);
            }
            if (where.isScript()) {
                var segments = line.content().segments();
                for (int at = 0; at < segments.size(); at++) {
                    look(
                            line.id(),
                            "segments[%d].text".formatted(at),
                            segments.get(at).text(),
                            findings);
                }
            }
        }
        return findings;
    }

    private void look(@Nullable LineId line, String member, String text, List<Finding> findings) {
        var read = Text.of(text);
        phrases.byText().forEach((written, phrase) -> {
            for (var found : phrase.in(read)) {
                findings.add(new Finding(
                        line,
                        member,
                        "%s: \"%s\" from character %d on (expected: no \"%s\"%s)"
                                .formatted(
                                        member,
                                        found.excerpt(),
                                        found.start(),
                                        written,
                                        found.exact() ? "" : ", in no disguise"),
                        "Take out \"%s\".".formatted(found.excerpt())));
            }
        });
    }

    @Override
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", KIND);
        members.put("phrases", phrases.texts());
        members.put("where", where);
        return members;
    }
}
