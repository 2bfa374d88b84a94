/** What a figure is compared with: the same rows, sums and calls without the product. */
@NullMarked
package io.factmatrix.deploy.bench.limit;

import org.jspecify.annotations.NullMarked;
