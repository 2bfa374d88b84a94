/** What the merchant promises in its campaigns. */
@NullMarked
package io.factmatrix.campaign.domain.promise;

import org.jspecify.annotations.NullMarked;
