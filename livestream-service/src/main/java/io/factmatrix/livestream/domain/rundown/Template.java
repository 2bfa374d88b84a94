package io.factmatrix.livestream.domain.rundown;

import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines that rundowns are made from. */
public record Template(TemplateId id, String name, List<LineContent> lines, Version version)
        implements Resource<TemplateId> {

    public Template {
        lines = List.copyOf(lines);
    }

    /** With that name and those lines; the same template when it had them already. */
    public Template with(String otherName, List<LineContent> otherLines, Instant now) {
        return otherName.equals(name) && otherLines.equals(lines)
                ? this
                : new Template(id, otherName, otherLines, version.next(now));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", name);
        members.put("lines", lines.stream().map(LineContent::members).toList());
        return members;
    }
}
