package io.factmatrix.deploy.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What documents tell their readers to type: lines of blocks of shell, and code within sentences. */
final class DocumentedCommands {

    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\n(.*?)```");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final String CONTINUED = "\\\\\n\\s*";

    private DocumentedCommands() {}

    /** Those of one program, in the order of the document: first the blocks, then the sentences. */
    static List<String> of(String program, Path document) throws IOException {
        var text = Files.readString(document);
        var lines = new ArrayList<String>();
        BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals("sh"))
                .flatMap(block -> block.group(2).replaceAll(CONTINUED, "").lines())
                .forEach(lines::add);
        SPAN.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(span -> span.group(1).replaceAll("\\s+", " "))
                .forEach(lines::add);
        return lines.stream().filter(line -> line.startsWith(program + " ")).toList();
    }
}
