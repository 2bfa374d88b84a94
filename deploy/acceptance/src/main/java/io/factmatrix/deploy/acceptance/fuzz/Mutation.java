package io.factmatrix.deploy.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes one thing somewhere in a JSON value. */
final class Mutation {

    /** The changed value, and what was changed. */
    record Changed(JsonNode value, String name) {}

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** @param value is changed itself, where it can be */
    @Nullable Changed change(JsonNode value) {
        var objects = new ArrayList<ObjectNode>();
        collect(value, objects);
        if (objects.isEmpty() || random.nextInt(12) == 0) {
            return new Changed(one(Hostile.VALUES), "the whole body is something else");
        }
        var object = one(objects);
        var names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || random.nextInt(5) == 0) {
            object.set(one(List.of("unknown", "", "__proto__", "ID", "a.b", "\u0000", "class")), one(Hostile.VALUES));
            return new Changed(value, "a member that there is not");
        }
        var name = one(names);
        switch (random.nextInt(4)) {
            case 0 -> {
                object.remove(name);
                return new Changed(value, name + " is missing");
            }
            case 1 -> object.set(name, one(Hostile.VALUES));
            default -> object.set(name, JsonNodeFactory.instance.stringNode(text()));
        }
        return new Changed(value, name + " is not as documented");
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> one(Hostile.LONG_TEXTS);
            case 1 -> one(random.nextBoolean() ? Hostile.TIMES : Hostile.WORDS);
            default -> one(Hostile.SHORT_TEXTS);
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static void collect(JsonNode value, List<ObjectNode> objects) {
        if (value instanceof ObjectNode object) {
            objects.add(object);
        }
        if (value instanceof ObjectNode || value instanceof ArrayNode) {
            value.forEach(each -> collect(each, objects));
        }
    }
}
