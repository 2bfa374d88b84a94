/** Where they are kept: PostgreSQL. */
@NullMarked
package io.factmatrix.campaign.store;

import org.jspecify.annotations.NullMarked;
