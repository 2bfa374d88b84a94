package io.factmatrix.ledger.http;

import io.factmatrix.ledger.domain.event.Rejection;

/** A line that is no event; carries no stack, for a body may hold many of them. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    Refused(Rejection rejection) {
        super(rejection.detail(), null, false, false);
        this.rejection = rejection;
    }

    static Refused invalid(String member, Object value, String expected) {
        return new Refused(Rejection.invalid(member, value, expected));
    }

    static Refused missing(String member) {
        return new Refused(new Rejection("member.missing", member + ": absent (expected: a value)"));
    }

    Rejection rejection() {
        return rejection;
    }
}
