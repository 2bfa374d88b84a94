/** What the cells of a row say: cells → text → number or time; unknown where they say nothing. */
@NullMarked
package io.factmatrix.deploy.local.mapping.value;

import org.jspecify.annotations.NullMarked;
