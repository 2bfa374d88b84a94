package io.factmatrix.deploy.local.mapping.yaml;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file that a person wrote. */
public final class YamlFile {

    private YamlFile() {}

    /** All of it; a {@code Failure} with the line when it is no YAML. */
    public static Part read(Path file) {
        var name = String.valueOf(file.getFileName());
        try (var text = Files.newBufferedReader(file)) {
            var node = node(name, text);
            if (node == null) {
                throw new Failure(name + ": empty (expected: a mapping)");
            }
            return new Part(name, "", node);
        } catch (CharacterCodingException noText) {
            throw new Failure(name + ": not UTF-8 (expected: a mapping in YAML)", noText);
        } catch (IOException e) {
            throw Failure.of(file.toString(), e);
        }
    }

    private static @Nullable Node node(String name, Reader text) {
        try {
            return new Yaml(new LoaderOptions()).compose(text);
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            throw new Failure(
                    "%s, line %d: no YAML: %s"
                            .formatted(name, mark == null ? 1 : mark.getLine() + 1, broken.getProblem()),
                    broken);
        } catch (YAMLException broken) {
            throw new Failure(name + ": no YAML: " + broken.getMessage(), broken);
        }
    }
}
