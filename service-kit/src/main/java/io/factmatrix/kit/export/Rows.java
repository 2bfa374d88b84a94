package io.factmatrix.kit.export;

import java.util.Map;

/** Writes rows in one of the forms, all that belongs to one export. */
interface Rows {

    /** What comes before the first row. */
    void writeHeader();

    void write(Map<String, ?> row);

    /** The line behind the last row: whatever a row holds, it is not mistaken for this. */
    void writeClosing(Closing closing);
}
