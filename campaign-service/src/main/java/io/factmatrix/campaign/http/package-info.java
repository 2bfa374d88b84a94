/** The resources of this field. */
@NullMarked
package io.factmatrix.campaign.http;

import org.jspecify.annotations.NullMarked;
