package io.factmatrix.deploy.local.stack;

import java.io.PrintStream;

/** Tells what has been done, and how long it took. */
public final class Progress {

    private static final double NANOS = 1e9;

    private final PrintStream out;
    private long since = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    void done(String what) {
        var now = System.nanoTime();
        out.printf("  %-40s %5.1f s%n", what, (now - since) / NANOS);
        since = now;
    }

    void note(String what) {
        out.println("  " + what);
    }
}
