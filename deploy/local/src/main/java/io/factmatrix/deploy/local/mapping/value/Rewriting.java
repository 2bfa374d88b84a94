package io.factmatrix.deploy.local.mapping.value;

import io.factmatrix.deploy.local.mapping.yaml.Nearest;
import io.factmatrix.deploy.local.mapping.yaml.Part;
import io.factmatrix.deploy.local.mapping.yaml.Section;
import io.factmatrix.deploy.local.table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What is done to a text before it is read: replace → match → case → map, and {@code otherwise} for what they do not know. */
final class Rewriting implements Text {

    private final Text text;
    private final UnaryOperator<String> replaced;
    private final @Nullable Pattern match;
    private final @Nullable Map<String, String> map;
    private final @Nullable Text otherwise;

    private Rewriting(
            Text text,
            UnaryOperator<String> replaced,
            @Nullable Pattern match,
            @Nullable Map<String, String> map,
            @Nullable Text otherwise) {
        this.text = text;
        this.replaced = replaced;
        this.match = match;
        this.map = map;
        this.otherwise = otherwise;
    }

    static Text of(Text text, Section section, Scope scope) {
        var steps = new ArrayList<UnaryOperator<String>>();
        section.take("replace").ifPresent(part -> steps.addAll(replacements(part)));
        var match = section.take("match").map(Rewriting::pattern).orElse(null);
        var letters = section.take("case").map(Rewriting::letters);
        var map = section.take("map").map(Rewriting::map).orElse(null);
        var otherwise = section.take("otherwise");
        if (otherwise.isPresent() && match == null && map == null) {
            throw otherwise
                    .get()
                    .failure(otherwise.get().path()
                            + ": nothing to be otherwise than (expected: map or match beside it)");
        }
        var fallback = otherwise.map(part -> (Text) Template.of(part, scope, scope.unknown(), false));
        if (letters.isPresent() && match == null) {
            steps.add(letters.get());
        }
        UnaryOperator<String> all = value -> {
            var result = value;
            for (var step : steps) {
                result = step.apply(result);
            }
            return result;
        };
        var rewritten = new Rewriting(text, all, match, match == null ? map : null, fallback.orElse(null));
        return match == null
                ? rewritten
                : new Rewriting(rewritten, letters.orElse(UnaryOperator.identity()), null, map, fallback.orElse(null));
    }

    @Override
    public @Nullable String of(Row row) throws Unread {
        var value = text.of(row);
        if (value == null) {
            return null;
        }
        var result = known(replaced.apply(value));
        if (result != null) {
            return result.isEmpty() ? null : result;
        }
        if (otherwise == null) {
            throw new Unread(value, expected());
        }
        return otherwise.of(row);
    }

    /** Null when match or map does not know it. */
    private @Nullable String known(String value) {
        if (match != null) {
            var found = match.matcher(value);
            if (!found.find()) {
                return null;
            }
            var group = found.groupCount() == 0 ? found.group() : found.group(1);
            return group == null ? "" : group.strip();
        }
        return map == null ? value.strip() : map.get(value.strip());
    }

    private String expected() {
        return match != null
                ? "a text that matches " + match
                : "one of " + Nearest.list(map == null ? List.of() : map.keySet()) + ", or otherwise: in the mapping";
    }

    private static List<UnaryOperator<String>> replacements(Part part) {
        var steps = new ArrayList<UnaryOperator<String>>();
        part.section().takeAll().forEach((regex, by) -> {
            var pattern = pattern(by, regex);
            var replacement = by.text();
            steps.add(value -> pattern.matcher(value).replaceAll(replacement));
            checked(by, pattern, replacement);
        });
        return steps;
    }

    /** A group that the pattern has not is found out on the first match only; so one is made. */
    private static void checked(Part by, Pattern pattern, String replacement) {
        var groups = pattern.matcher("").groupCount();
        var used = Pattern.compile("(?<!\\\\)\\$([0-9])").matcher(replacement);
        while (used.find()) {
            if (Integer.parseInt(used.group(1)) > groups) {
                throw by.refused(replacement, "$1 to $" + groups + ", a group of the pattern, or \\$ for a dollar");
            }
        }
        if (replacement.matches(".*(?<!\\\\)\\$(?![0-9]).*")) {
            throw by.refused(replacement, "\\$ for a dollar");
        }
    }

    private static Pattern pattern(Part part) {
        return pattern(part, part.text());
    }

    static Pattern pattern(Part part, String regex) {
        try {
            return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException e) {
            throw part.refused(regex, "a regular expression: " + e.getDescription());
        }
    }

    private static UnaryOperator<String> letters(Part part) {
        return part.word(
                word -> switch (word) {
                    case "upper" -> Optional.<UnaryOperator<String>>of(value -> value.toUpperCase(Locale.ROOT));
                    case "lower" -> Optional.<UnaryOperator<String>>of(value -> value.toLowerCase(Locale.ROOT));
                    default -> Optional.empty();
                },
                "upper or lower");
    }

    private static Map<String, String> map(Part part) {
        Map<String, String> map = new LinkedHashMap<>();
        part.section().takeAll().forEach((from, to) -> map.put(from.strip(), to.text()));
        return map;
    }
}
