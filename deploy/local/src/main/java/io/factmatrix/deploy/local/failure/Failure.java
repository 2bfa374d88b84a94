package io.factmatrix.deploy.local.failure;

import java.io.IOException;

/** Ends a command; its message is the one line that its user reads. */
public final class Failure extends RuntimeException {

    public Failure(String line) {
        super(line);
    }

    public Failure(String line, Throwable cause) {
        super(line, cause);
    }

    /** The operating system said no: full, forbidden, gone. */
    public static Failure of(String what, IOException cause) {
        return new Failure(what + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        var message = cause.getMessage();
        var kind = cause.getClass().getSimpleName().replaceFirst("Exception$", "");
        return message == null ? kind : kind.equals("IO") ? message : message + " (" + kind + ")";
    }
}
