package io.factmatrix.deploy.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws a text that a regular expression matches: signs, classes, groups, alternatives and repetitions, which is what schemas
 * use. What else there is, such as a look ahead, is passed over: whoever draws makes sure that the text matches.
 */
final class PatternText {

    private static final int MOST = 70;
    private static final String ANY = " !#$%&'()*+,-./09:;<=>?@AZ[]^_`az{|}~";

    private final String pattern;
    private final Random random;
    private int at;

    private PatternText(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    static String draw(String pattern, Random random) {
        return new PatternText(pattern, random).alternatives();
    }

    private boolean more() {
        return at < pattern.length();
    }

    private boolean takes(String text) {
        if (!pattern.startsWith(text, at)) {
            return false;
        }
        at += text.length();
        return true;
    }

    /** Until the end, or the end of the group. */
    private String alternatives() {
        var all = new ArrayList<String>();
        do {
            all.add(sequence());
        } while (takes("|"));
        return all.get(random.nextInt(all.size()));
    }

    private String sequence() {
        var text = new StringBuilder();
        while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int from = at;
            var first = element();
            int behind = at;
            int times = times();
            int end = at;
            for (int time = 0; time < times; time++) {
                if (time == 0) {
                    text.append(first);
                } else {
                    // Each repetition is drawn anew.
                    at = from;
                    text.append(element());
                    at = behind;
                }
            }
            at = end;
        }
        return text.toString();
    }

    private String element() {
        if (takes("^") || takes("$")) {
            return "";
        }
        if (takes("(")) {
            if (takes("?:") || !pattern.startsWith("?", at)) {
                var group = alternatives();
                takes(")");
                return group;
            }
            alternatives();
            takes(")");
            return "";
        }
        if (takes("[")) {
            return one(signs());
        }
        if (takes("\\")) {
            return one(escaped());
        }
        return takes(".") ? one(list(ANY)) : String.valueOf(pattern.charAt(at++));
    }

    private String one(List<Character> signs) {
        return signs.isEmpty() ? "" : signs.get(random.nextInt(signs.size())).toString();
    }

    private List<Character> signs() {
        boolean others = takes("^");
        var signs = new ArrayList<Character>();
        while (more() && pattern.charAt(at) != ']') {
            var from = takes("\\") ? escaped() : list(String.valueOf(pattern.charAt(at++)));
            if (from.size() == 1 && pattern.startsWith("-", at) && !pattern.startsWith("-]", at)) {
                at++;
                char to = takes("\\") ? escaped().get(0) : pattern.charAt(at++);
                for (char sign = from.get(0); sign <= to && sign >= from.get(0); sign++) {
                    signs.add(sign);
                }
            } else {
                signs.addAll(from);
            }
        }
        takes("]");
        if (!others) {
            return signs;
        }
        var rest = new ArrayList<>(list(ANY));
        rest.removeAll(signs);
        return rest;
    }

    private List<Character> escaped() {
        char sign = pattern.charAt(at++);
        return list(
                switch (sign) {
                    case 'd' -> "0123456789";
                    case 'w' -> "azAZ09_";
                    case 's' -> " ";
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    case 'r' -> "\r";
                    case 'S', 'D', 'W' -> "x";
                    default -> String.valueOf(sign);
                });
    }

    private static List<Character> list(String signs) {
        return signs.chars().mapToObj(sign -> (char) sign).toList();
    }

    private int times() {
        int times = 1;
        if (takes("?")) {
            times = random.nextInt(2);
        } else if (takes("*")) {
            times = random.nextInt(4);
        } else if (takes("+")) {
            times = 1 + random.nextInt(4);
        } else if (takes("{")) {
            int end = pattern.indexOf('}', at);
            var bounds = pattern.substring(at, end).split(",", -1);
            int least = Integer.parseInt(bounds[0]);
            int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + 3 : Integer.parseInt(bounds[1]);
            at = end + 1;
            // On the edges more often than between them.
            times = switch (random.nextInt(4)) {
                case 0 -> least;
                case 1 -> Math.min(most, Math.max(least, MOST * 4));
                default -> least + random.nextInt(Math.min(most - least, MOST) + 1);
            };
        }
        takes("?");
        return times;
    }
}
