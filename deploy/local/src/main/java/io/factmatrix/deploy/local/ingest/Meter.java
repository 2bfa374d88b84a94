package io.factmatrix.deploy.local.ingest;

/** Shows how far an import has come. */
public interface Meter extends AutoCloseable {

    /**
     * @param bytes of the files, as they lie on disk, that are decided
     * @param events decided
     */
    void show(long bytes, long events);

    @Override
    void close();

    /** On a terminal a bar, elsewhere a line now and then. */
    static Meter of(boolean terminal, long bytes) {
        return terminal ? new BarMeter(bytes) : new LineMeter(bytes, System.err);
    }

    /** Shows nothing. */
    static Meter none() {
        return new Meter() {
            @Override
            public void show(long bytes, long events) {}

            @Override
            public void close() {}
        };
    }
}
