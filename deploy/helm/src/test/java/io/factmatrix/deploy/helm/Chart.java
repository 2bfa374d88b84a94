package io.factmatrix.deploy.helm;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The chart, rendered by Helm itself. */
final class Chart {

    static final Path FOLDER = Path.of("fact-matrix").toAbsolutePath();

    /** The oldest that it is for. */
    private static final String KUBERNETES = "1.30.0";

    /** All that has no default. */
    static final Map<String, Object> NEEDED = Map.of(
            "image.repository", "registry.example.com/fact-matrix",
            "oidc.issuerUri", "https://id.example.com/realms/fact",
            "oidc.tokenUri", "https://id.example.com/realms/fact/token",
            "postgresql.host", "postgres.example.com",
            "redis.host", "redis.example.com");

    private static final Pattern STEPS = Pattern.compile("(?<!\\\\)\\.");

    /** The library leaves hooks out of what it renders: it is given a copy of the chart that has none, and they are put back in the text. */
    private static final String HOOK = "helm.sh/hook:";

    private static final String NO_HOOK = "no-hook.helm.sh/hook:";
    private static final Path WITHOUT_HOOKS = copied("chart-without-hooks", text -> text.replace(HOOK, NO_HOOK));

    private Chart() {}

    /** A copy of the chart, all of its files changed in one way. */
    static Path copied(String name, UnaryOperator<String> change) {
        var copy = Path.of("target", name).toAbsolutePath();
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.writeString(to, change.apply(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /** What is made of the values that are needed. */
    static Manifests rendered() {
        return rendered(Map.of());
    }

    /** The same with these values besides, by their path: a dot of a name is escaped by a backslash. */
    static Manifests rendered(Map<String, ?> values) {
        return rendered(List.of(), values);
    }

    /** The same with a file of values that comes with the chart. */
    static Manifests rendered(String file) {
        return rendered(List.of(FOLDER.resolve(file)), Map.of());
    }

    private static Manifests rendered(List<Path> files, Map<String, ?> values) {
        var all = new LinkedHashMap<String, Object>(NEEDED);
        all.putAll(values);
        return Manifests.of(text(files, all));
    }

    /** What Helm writes for these values, and no others. */
    static String text(List<Path> files, Map<String, ?> values) {
        try {
            var own = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(own, yaml(values));
                var command =
                        new Helm(WITHOUT_HOOKS).template().withName("fact").withNamespace("fact");
                files.forEach(command::withValuesFile);
                return command.withKubeVersion(KUBERNETES)
                        .withValuesFile(own)
                        .call()
                        .replace(NO_HOOK, HOOK);
            } finally {
                Files.delete(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> values() {
        try {
            return new Yaml().load(Files.readString(FOLDER.resolve("values.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String yaml(Map<String, ?> values) {
        return new Yaml().dump(nested(values));
    }

    private static Map<String, Object> nested(Map<String, ?> values) {
        var nested = new LinkedHashMap<String, Object>();
        values.forEach((path, value) -> put(nested, STEPS.split(path), 0, value));
        return nested;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> within, String[] steps, int at, Object value) {
        var step = steps[at].replace("\\", "");
        if (at == steps.length - 1) {
            within.put(step, value);
        } else {
            put((Map<String, Object>) within.computeIfAbsent(step, s -> new LinkedHashMap<>()), steps, at + 1, value);
        }
    }
}
