/** The way of a creator from an invitation to a deal that is settled. */
@NullMarked
package io.factmatrix.creator.domain.outreach;

import org.jspecify.annotations.NullMarked;
