/** What the snowball meter finds again of snowballs that were planted, and how its forecast does beside others. */
@NullMarked
package io.factmatrix.deploy.bench.snowball;

import org.jspecify.annotations.NullMarked;
