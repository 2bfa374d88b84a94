/** {@code ./fact}: the commands, and the whole system in one JVM. */
@NullMarked
package io.factmatrix.deploy.local;

import org.jspecify.annotations.NullMarked;
