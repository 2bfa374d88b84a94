/** Claims: what buyers were promised of an offer, never more than there is. */
@NullMarked
package io.factmatrix.campaign.domain.claim;

import org.jspecify.annotations.NullMarked;
