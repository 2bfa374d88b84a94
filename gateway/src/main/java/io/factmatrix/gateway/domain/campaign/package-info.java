/** What a campaign brought: what was sold while it ran beside what would have been sold without it. */
@NullMarked
package io.factmatrix.gateway.domain.campaign;

import org.jspecify.annotations.NullMarked;
