package io.factmatrix.kit.export;

import io.factmatrix.kit.json.Word;
import org.springframework.http.MediaType;

/** In what form rows are exported. */
public enum ExportFormat implements Word {
    /** One JSON object a line. */
    NDJSON("application/x-ndjson"),
    /** RFC 4180 in UTF-8 with a header, each record ended by a line feed. */
    CSV("text/csv;charset=utf-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }
}
