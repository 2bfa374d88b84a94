/** What creators are offered for their content, and who of them takes part. */
@NullMarked
package io.factmatrix.creator.domain.collaboration;

import org.jspecify.annotations.NullMarked;
