package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.stack.Progress;
import io.factmatrix.deploy.local.stack.RunningStack;
import io.factmatrix.deploy.local.stack.Stack;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A stack that lives until Ctrl-C or SIGTERM, in whatever moment that comes. */
final class Foreground {

    /** A start that was interrupted comes to the next of its steps within this. */
    private static final int STEP_SECONDS = 60;

    private final StackArguments arguments;
    private final Stack stack;
    private final PrintStream out = System.out;
    private final CountDownLatch started = new CountDownLatch(1);

    Foreground(StackArguments arguments, Port port) {
        this.arguments = arguments;
        this.stack = new Stack(arguments.options(port), new Progress(out));
    }

    /** Runs until it is stopped; what is to be done first is done when the stack serves. */
    int run(Consumer<RunningStack> first) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            first.accept(start());
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        } finally {
            started.countDown();
        }
        stack.await();
        return 0;
    }

    private RunningStack start() {
        var began = System.nanoTime();
        var data = stack.open();
        var log = data.folder("log").resolve("fact.log");
        Logs.into(log, arguments.verbose());
        out.println("Starting in " + data.path() + (data.isTemporary() ? " (deleted at the end)" : ""));
        try {
            var running = stack.start(data);
            out.printf(
                    "Ready after %d s: %s (log: %s)%n",
                    (System.nanoTime() - began) / 1_000_000_000, running.uri(), log);
            return running;
        } catch (Failure e) {
            throw data.isTemporary() ? e : new Failure(e.getMessage() + " (log: " + log + ")", e);
        }
    }

    private void stop() {
        out.println("Stopping");
        // Closes what has started already; what is about to start is closed as soon as it has.
        stack.close();
        try {
            if (!started.await(STEP_SECONDS, TimeUnit.SECONDS)) {
                out.println("Stopped in the middle of a step.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
