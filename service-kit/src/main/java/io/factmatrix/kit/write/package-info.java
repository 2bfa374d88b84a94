/**
 * How a resource is written.
 *
 * <p>{@code Writes: header and body read → transaction → Idempotency-Key → the work → audit trail → answer kept → commit → answered}.
 */
@NullMarked
package io.factmatrix.kit.write;

import org.jspecify.annotations.NullMarked;
