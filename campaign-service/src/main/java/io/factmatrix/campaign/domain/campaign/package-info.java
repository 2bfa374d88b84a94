/** Campaigns: what is planned for a burst, and which figures are its own. */
@NullMarked
package io.factmatrix.campaign.domain.campaign;

import org.jspecify.annotations.NullMarked;
