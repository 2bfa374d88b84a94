/** A program's migrations, run by themselves. */
@NullMarked
package io.factmatrix.kit.migration;

import org.jspecify.annotations.NullMarked;
