/** How a command fails: in one clear line. */
@NullMarked
package io.factmatrix.deploy.local.failure;

import org.jspecify.annotations.NullMarked;
