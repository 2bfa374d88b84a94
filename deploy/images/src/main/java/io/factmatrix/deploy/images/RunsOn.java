package io.factmatrix.deploy.images;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program was built to.
 *
 * @param own its classes
 * @param entries jars, or folders of classes where a module of the project was not packed into one, in the order of the class path
 * @param project where the project's own are; all others are libraries
 */
record RunsOn(Path own, List<Path> entries, Path project) {

    /** Of a program that was built in a checkout of the project. */
    static RunsOn built(Path project, Program program) throws IOException {
        var target = project.resolve(program.name()).resolve("target");
        var list = target.resolve("run-on");
        if (!Files.exists(list)) {
            throw new IOException(list + ": absent (expected: the program to be built)");
        }
        var entries = Stream.of(Files.readString(list).strip().split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        var names = new HashSet<String>();
        for (var entry : entries) {
            if (!names.add(nameIn(project, entry))) {
                throw new IOException(entry + ": another has that name, too");
            }
        }
        return new RunsOn(target.resolve("classes"), entries, project);
    }

    List<Path> libraries() {
        return entries.stream().filter(entry -> !entry.startsWith(project)).toList();
    }

    List<Path> modules() {
        return entries.stream().filter(entry -> entry.startsWith(project)).toList();
    }

    /** Where an entry is within an image. */
    String place(Path entry) {
        var name = nameIn(project, entry);
        return entry.startsWith(project) ? "/app/modules/" + name : "/app/libraries/" + name;
    }

    /** The class path within an image. */
    String classPath() {
        var places = new ArrayList<>(List.of("/app/program.jar"));
        entries.forEach(entry -> places.add(place(entry)));
        return String.join(":", places);
    }

    /** A folder of classes is packed under the name of its module. */
    private static String nameIn(Path project, Path entry) {
        return Files.isDirectory(entry)
                ? project.relativize(entry).getName(0) + ".jar"
                : String.valueOf(entry.getFileName());
    }
}
