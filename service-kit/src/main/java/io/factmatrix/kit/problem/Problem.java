package io.factmatrix.kit.problem;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.springframework.http.HttpStatus;

/** The body of every error: {@code application/problem+json}, RFC 9457, with a stable {@code code}. */
@JsonPropertyOrder({"type", "title", "status", "code", "detail"})
public record Problem(String type, String title, int status, String code, String detail) {

    static Problem of(int status, String code, String detail) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem("about:blank", title, status, code, detail);
    }
}
