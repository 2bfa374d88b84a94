/** Everything, started in turn and stopped in reverse. */
@NullMarked
package io.factmatrix.deploy.local.stack;

import org.jspecify.annotations.NullMarked;
