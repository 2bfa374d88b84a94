@NullMarked
package io.factmatrix.campaign.domain.pacing;

import org.jspecify.annotations.NullMarked;
