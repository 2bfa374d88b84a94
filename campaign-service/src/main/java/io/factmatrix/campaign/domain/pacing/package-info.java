/** How far a campaign is towards its goals and in its budgets, by the events of its own pages. */
@NullMarked
package io.factmatrix.campaign.domain.pacing;

import org.jspecify.annotations.NullMarked;
