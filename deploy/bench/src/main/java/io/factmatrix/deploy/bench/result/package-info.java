/** Rounds, their ratios, and how they are shown. */
@NullMarked
package io.factmatrix.deploy.bench.result;

import org.jspecify.annotations.NullMarked;
