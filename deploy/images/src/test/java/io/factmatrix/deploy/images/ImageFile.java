package io.factmatrix.deploy.images;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image in a file, as a container engine reads it. */
final class ImageFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    ImageFile(Path file) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                parts.put(entry.getName(), tar.readAllBytes());
            }
        }
    }

    private JsonNode manifest() {
        return blob(JSON.readTree(part("index.json")).get("manifests").get(0));
    }

    /** What a container of it is run as. */
    JsonNode config() {
        return blob(manifest().get("config")).get("config");
    }

    String architecture() {
        return blob(manifest().get("config")).get("architecture").asString();
    }

    List<String> entrypoint() {
        return texts(config().get("Entrypoint"));
    }

    /** The paths of the files of each layer, from the lowest up. */
    List<List<String>> layers() throws IOException {
        var layers = new ArrayList<List<String>>();
        for (var layer : manifest().get("layers")) {
            var paths = new ArrayList<String>();
            try (var tar = open(layer)) {
                for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                    if (!entry.isDirectory()) {
                        paths.add("/" + entry.getName());
                    }
                }
            }
            layers.add(paths);
        }
        return layers;
    }

    /** Lays all layers into a folder. */
    void unpack(Path root) throws IOException {
        for (var layer : manifest().get("layers")) {
            try (var tar = open(layer)) {
                for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                    var to = root.resolve(entry.getName());
                    if (entry.isDirectory()) {
                        Files.createDirectories(to);
                    } else {
                        Files.createDirectories(Objects.requireNonNull(to.getParent()));
                        Files.copy(tar, to);
                        if (!to.toFile().setExecutable((entry.getMode() & 0b001) != 0, false)) {
                            throw new IOException(to + ": its mode cannot be set");
                        }
                    }
                }
            }
        }
    }

    private TarArchiveInputStream open(JsonNode layer) throws IOException {
        return new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(part(place(layer)))));
    }

    private JsonNode blob(JsonNode descriptor) {
        return JSON.readTree(part(place(descriptor)));
    }

    private static String place(JsonNode descriptor) {
        return "blobs/" + descriptor.get("digest").asString().replace(':', '/');
    }

    private byte[] part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
