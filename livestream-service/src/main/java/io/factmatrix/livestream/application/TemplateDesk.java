package io.factmatrix.livestream.application;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.kit.write.Register;
import io.factmatrix.kit.write.Write;
import io.factmatrix.livestream.domain.rundown.LineContent;
import io.factmatrix.livestream.domain.rundown.LineSource;
import io.factmatrix.livestream.domain.rundown.Template;
import io.factmatrix.livestream.domain.rundown.TemplateEntry;
import io.factmatrix.livestream.domain.rundown.TemplateId;
import io.factmatrix.livestream.domain.rundown.Templates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with templates of rundowns, each inside one transaction of the merchant. */
public final class TemplateDesk {

    private final Templates templates;
    private final Register<TemplateId, Template> register;
    private final LineSources sources;
    private final NewIds ids;

    public TemplateDesk(Templates templates, Register<TemplateId, Template> register, LineSources sources, NewIds ids) {
        this.templates = templates;
        this.register = register;
        this.sources = sources;
        this.ids = ids;
    }

    public Template add(Write write, String name, List<LineContent> lines) {
        return register.add(
                write, new Template(new TemplateId(ids.next(write.at())), name, lines, Version.first(write.at())));
    }

    /** With the lines there. 404 of the session or the template. */
    public Template add(Write write, String name, LineSource source) {
        return add(write, name, sources.lines(write.merchant(), source));
    }

    /** 404 {@code rundown-template.unknown}, 412 {@code revision.mismatch}. */
    public Template change(Write write, TemplateId id, String name, List<LineContent> lines) {
        return register.change(write, id, "changed", template -> template.with(name, lines, write.at()));
    }

    /** 404 {@code rundown-template.unknown}. */
    public Template find(MerchantId merchant, TemplateId id) {
        return register.find(merchant, id);
    }

    /** At most so many, the newest first, made before that one. */
    public List<TemplateEntry> list(MerchantId merchant, @Nullable TemplateId before, int limit) {
        return templates.list(merchant, before, limit);
    }
}
