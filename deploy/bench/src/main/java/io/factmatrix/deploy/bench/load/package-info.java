/** Sends and asks over HTTP as lightly as it can: it shares the processors with what it measures. */
@NullMarked
package io.factmatrix.deploy.bench.load;

import org.jspecify.annotations.NullMarked;
