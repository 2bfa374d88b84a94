/** What recommendations find again of curves that were planted, and what following them would have gained. */
@NullMarked
package io.factmatrix.deploy.bench.recommendation;

import org.jspecify.annotations.NullMarked;
