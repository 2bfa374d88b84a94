package io.factmatrix.deploy.local.mapping.value;

import io.factmatrix.deploy.local.mapping.yaml.Part;
import io.factmatrix.deploy.local.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code "{Invoice}-{StockCode}"}: text with cells in it. Where one of them is unknown, so is the whole. */
final class Template implements Text {

    private final List<Piece> pieces;
    private final Set<String> unknown;
    private final boolean any;

    private Template(List<Piece> pieces, Set<String> unknown, boolean any) {
        this.pieces = pieces;
        this.unknown = unknown;
        this.any = any;
    }

    /** One cell, by the name of its column as it is. */
    static Template column(Part name, Scope scope, Set<String> unknown) {
        return new Template(List.of(new Piece("", scope.column(name, name.text()))), unknown, false);
    }

    /**
     * @param any whether one known cell is enough: then the others are empty
     */
    static Template of(Part written, Scope scope, Set<String> unknown, boolean any) {
        return new Template(pieces(written, scope), unknown, any);
    }

    private static List<Piece> pieces(Part written, Scope scope) {
        var text = written.text();
        var pieces = new ArrayList<Piece>();
        var literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var doubled = i + 1 < text.length() && text.charAt(i + 1) == letter;
            if ((letter == '{' || letter == '}') && doubled) {
                literal.append(letter);
                i++;
            } else if (letter == '{') {
                var end = text.indexOf('}', i);
                if (end < 0) {
                    throw written.refused(text, "a } for each {, and {{ for a brace itself");
                }
                pieces.add(new Piece(
                        literal.toString(),
                        scope.column(written, text.substring(i + 1, end).strip())));
                literal.setLength(0);
                i = end;
            } else if (letter == '}') {
                throw written.refused(text, "a { for each }, and }} for a brace itself");
            } else {
                literal.append(letter);
            }
        }
        pieces.add(new Piece(literal.toString(), -1));
        return pieces;
    }

    @Override
    public @Nullable String of(Row row) {
        var text = new StringBuilder();
        var known = pieces.stream().allMatch(piece -> piece.column() < 0);
        for (var piece : pieces) {
            text.append(piece.literal());
            if (piece.column() >= 0) {
                var cell = cell(row, piece.column());
                var said = !cell.isEmpty() && !unknown.contains(cell);
                if (!said && !any) {
                    return null;
                }
                known |= said;
                text.append(said ? cell : "");
            }
        }
        return text.isEmpty() || (any && !known) ? null : text.toString();
    }

    static String cell(Row row, int column) {
        return row.cells().get(column).replace('\u00A0', ' ').strip();
    }

    /**
     * @param column behind the literal; -1 for none
     */
    private record Piece(String literal, int column) {}
}
