package io.factmatrix.gateway.domain;

/** A service did not answer as agreed; its message says how, without secrets: it is shown to clients. */
public final class FieldUnavailable extends RuntimeException {

    public FieldUnavailable(String reason) {
        super(reason, null, false, false);
    }

    /** Such as {@code kol timed out}. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
