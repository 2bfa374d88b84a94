package io.factmatrix.creator.domain.creator;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import java.util.LinkedHashMap;
import java.util.Map;

/** GMV per 1,000 impressions or per 1,000 views, in the currency of what it is part of. */
public record Gpm(GpmBasis basis, Figure figure) {

    static Gpm read(Members members, int digits) throws Refused {
        var basis = members.word("basis", word -> Word.of(GpmBasis.class, word), Word.all(GpmBasis.class));
        var gpm = new Gpm(basis, Figure.read(members, digits, null));
        members.nothingLeft();
        return gpm;
    }

    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("basis", basis);
        members.putAll(figure.members());
        return members;
    }
}
