/** The things of this field, and the rules they keep by themselves. */
@NullMarked
package io.factmatrix.campaign.domain;

import org.jspecify.annotations.NullMarked;
