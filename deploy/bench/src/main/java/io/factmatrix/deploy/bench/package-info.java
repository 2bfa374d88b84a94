/** Benchmarks of the running system, each beside its limit in the same run: {@code ./fact bench}. */
@NullMarked
package io.factmatrix.deploy.bench;

import org.jspecify.annotations.NullMarked;
