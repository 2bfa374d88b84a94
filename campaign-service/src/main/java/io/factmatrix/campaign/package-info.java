/**
 * C: the burst.
 *
 * <p>Its ledger, and the way of an event through it, is {@link io.factmatrix.ledger}. A write of its own goes {@code http.CampaignController → kit.write.Writes →
 * application.CampaignDesk → domain.campaign.Campaign → store.PostgresCampaigns}.
 */
@NullMarked
package io.factmatrix.campaign;

import org.jspecify.annotations.NullMarked;
