package io.factmatrix.deploy.local.mapping.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What was probably meant by a name that nothing has. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** "; nearest: Invoice, InvoiceDate", or nothing when none is near. */
    public static String to(String name, Collection<String> known) {
        var near = known.stream()
                .filter(candidate -> isNear(name, candidate))
                .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .limit(MOST)
                .toList();
        return near.isEmpty() ? "" : "; nearest: " + String.join(", ", near);
    }

    private static boolean isNear(String name, String candidate) {
        var a = plain(name);
        var b = plain(candidate);
        return distance(name, candidate) <= Math.max(2, Math.max(a.length(), b.length()) / 3)
                || (a.length() > 2 && b.length() > 2 && (a.contains(b) || b.contains(a)));
    }

    /** Levenshtein's, by letters without regard to case, spaces and underscores. */
    private static int distance(String name, String candidate) {
        var a = plain(name);
        var b = plain(candidate);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]", "");
    }

    /** The names as a list in a message, cut where nobody reads on. */
    public static String list(Collection<String> names) {
        var shown = List.copyOf(names).subList(0, Math.min(40, names.size()));
        return String.join(", ", shown) + (shown.size() < names.size() ? ", …" : "");
    }
}
