/** Offers: so many of a product, at a price, for a time. */
@NullMarked
package io.factmatrix.campaign.domain.offer;

import org.jspecify.annotations.NullMarked;
