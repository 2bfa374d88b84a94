package io.factmatrix.deploy.acceptance;

import java.net.URI;
import java.util.List;

/** The stack that {@code ./fact up} starts, in this JVM. */
final class LocalStack implements RunningStack {

    @Override
    public URI gateway() {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public String token(String merchant, List<String> roles) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public void close() {}
}
