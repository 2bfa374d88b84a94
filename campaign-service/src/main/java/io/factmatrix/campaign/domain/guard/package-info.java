/** What all promises are judged by: the rules of a merchant, the limits of its products. */
@NullMarked
package io.factmatrix.campaign.domain.guard;

import org.jspecify.annotations.NullMarked;
