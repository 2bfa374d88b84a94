package io.factmatrix.livestream.application;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.livestream.domain.rundown.Line;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.LineSource;
import io.factmatrix.livestream.domain.rundown.Rundowns;
import io.factmatrix.livestream.domain.rundown.Template;
import io.factmatrix.livestream.domain.rundown.TemplateId;
import io.factmatrix.livestream.domain.session.SessionId;
import java.util.List;
import java.util.Objects;

/** Finds the lines that are to be copied. */
public final class LineSources {

    private final Rundowns rundowns;
    private final Register<TemplateId, Template> templates;

    public LineSources(Rundowns rundowns, Register<TemplateId, Template> templates) {
        this.rundowns = rundowns;
        this.templates = templates;
    }

    /** The lines there. 404 {@code session.unknown}, {@code rundown-template.unknown}. */
    List<LineContent> lines(MerchantId merchant, LineSource source) {
        var session = source.session();
        return session == null
                ? templates
                        .find(merchant, Objects.requireNonNull(source.template()))
                        .lines()
                : rundowns
                        .find(merchant, session)
                        .orElseThrow(() -> SessionId.SESSION.unknown(session.value()))
                        .lines()
                        .stream()
                        .map(Line::content)
                        .toList();
    }
}
