package io.factmatrix.kit.connection;

import io.factmatrix.kit.problem.Problem;
import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import tools.jackson.databind.ObjectMapper;

/** The answer to what never became a request of the application: a problem like any other, and the end of the connection. */
final class ProblemAnswer {

    private static final String HEAD = """
            HTTP/1.1 %d %s\r
            Content-Type: application/problem+json\r
            Content-Length: %d\r
            X-Content-Type-Options: nosniff\r
            Cache-Control: no-store\r
            Connection: close\r
            """;

    private final ObjectMapper json;

    ProblemAnswer(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param withBody false for an answer to HEAD, which has none
     */
    ByteBuf of(ProblemException refusal, boolean withBody, ByteBufAllocator buffers) {
        var problem = Problem.of(refusal);
        var body = json.writeValueAsBytes(problem);
        var head = HEAD.formatted(problem.status(), problem.title(), body.length)
                + (problem.status() == 405 ? "Allow: " + HeadReader.allowed() + "\r\n" : "")
                + "\r\n";
        var answer = ByteBufUtil.writeAscii(buffers, head);
        return withBody ? answer.writeBytes(body) : answer;
    }
}
