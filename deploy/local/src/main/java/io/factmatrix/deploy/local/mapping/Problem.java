package io.factmatrix.deploy.local.mapping;

import java.util.List;

/**
 * Why a row makes no event.
 *
 * @param code as the API has them: {@code amount.invalid}, {@code member.missing}, …
 * @param detail the offending value and what was expected
 * @param columns those that it was taken from
 */
record Problem(String code, String detail, List<String> columns) {

    static Problem of(String code, String detail) {
        return new Problem(code, detail, List.of());
    }

    /** With the columns, where there are any. */
    String text() {
        return switch (columns.size()) {
            case 0 -> detail;
            case 1 -> detail + ", column " + columns.get(0);
            default -> detail + ", columns " + String.join(", ", columns);
        };
    }
}
