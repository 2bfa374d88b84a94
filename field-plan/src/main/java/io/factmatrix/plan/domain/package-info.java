/** What a merchant promises in its fields, and what of it contradicts each other. */
@NullMarked
package io.factmatrix.plan.domain;

import org.jspecify.annotations.NullMarked;
