package io.factmatrix.kit.json;

import io.factmatrix.kit.problem.ProblemException;

/** What a body must be: takes out of its members what it knows. */
@FunctionalInterface
public interface Decoder<T> {

    /** As deep as the price of a line of a template, and one more, so that it is refused by name. */
    StrictJson BODY = new StrictJson("body", 6);

    T decode(Members members) throws Refused;

    /** The body as that; 400 with the code of what is wrong, a member too many included. */
    default T read(byte[] body) {
        try {
            var members = BODY.read(body);
            var content = decode(members);
            members.nothingLeft();
            return content;
        } catch (Refused refused) {
            throw new ProblemException(400, refused.code(), refused.detail());
        }
    }
}
