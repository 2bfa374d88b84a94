package io.factmatrix.livestream.http;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.livestream.domain.rundown.LineSource;
import io.factmatrix.livestream.domain.rundown.TemplateId;
import io.factmatrix.livestream.domain.session.SessionId;

/** From where lines are copied, as JSON. */
final class LineSourceBody {

    private LineSourceBody() {}

    /** The member {@code session} or {@code template}. */
    static LineSource read(Members members) throws Refused {
        var session = members.optionalText("session");
        var template = members.optionalText("template");
        if ((session == null) == (template == null)) {
            throw members.invalid(
                    "session", session == null ? "absent" : session, "a session or a template, one of the two");
        }
        return new LineSource(
                session == null ? null : SessionId.of(session), template == null ? null : TemplateId.of(template));
    }
}
