package io.factmatrix.livestream.domain.gate;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.livestream.domain.phrase.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases as a merchant wrote them, ready to be looked for.
 *
 * @param byText in the order in which they were written
 */
record Phrases(Map<String, Phrase> byText) {

    private static final int MOST = 200;
    private static final int LONGEST = Phrase.MAX_LENGTH;

    /** The member {@code phrases}, at least one. */
    static Phrases of(Members members) throws Refused {
        var byText = new LinkedHashMap<String, Phrase>();
        for (var text : members.proses("phrases", MOST, LONGEST)) {
            try {
                byText.put(text, Phrase.of(text));
            } catch (IllegalArgumentException none) {
                throw members.invalid("phrases", text, String.valueOf(none.getMessage()));
            }
        }
        if (byText.isEmpty()) {
            throw members.invalid("phrases", "none", "1 to %d phrases".formatted(MOST));
        }
        return new Phrases(byText);
    }

    List<String> texts() {
        return new ArrayList<>(byText.keySet());
    }
}
