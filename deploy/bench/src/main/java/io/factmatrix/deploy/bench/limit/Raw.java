package io.factmatrix.deploy.bench.limit;

import java.time.Duration;

/** Rows written without the product. */
public interface Raw extends AutoCloseable {

    /** Rows a second, until the last that was begun within the span is durable. */
    double run(Duration span);

    @Override
    void close();
}
