package io.factmatrix.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * The body of every error: {@code application/problem+json}, RFC 9457, with a stable {@code code}.
 *
 * @param members what a program may want to know besides, by name
 */
@JsonPropertyOrder({"type", "title", "status", "code", "detail"})
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {

    public Problem(String type, String title, int status, String code, String detail) {
        this(type, title, status, code, detail, Map.of());
    }

    /** The body that says so. */
    public static Problem of(ProblemException problem) {
        return of(problem.status(), problem.code(), problem.detail());
    }

    static Problem of(int status, String code, String detail) {
        return of(status, code, detail, Map.of());
    }

    static Problem of(int status, String code, String detail, Map<String, Object> members) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem("about:blank", title, status, code, detail, members);
    }
}
