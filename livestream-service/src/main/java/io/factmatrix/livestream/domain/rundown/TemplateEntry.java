package io.factmatrix.livestream.domain.rundown;

import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as a list has it: without its lines, which may be long.
 *
 * @param lineCount how many it has
 */
public record TemplateEntry(TemplateId id, String name, long lineCount, Version version)
        implements Resource<TemplateId> {

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("name", name);
        members.put("lineCount", lineCount);
        return members;
    }
}
