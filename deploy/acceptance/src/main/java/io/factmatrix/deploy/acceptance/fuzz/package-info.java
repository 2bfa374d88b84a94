/**
 * Requests drawn from an installation's own OpenAPI document, and every answer held against it:
 * {@link io.factmatrix.deploy.acceptance.fuzz.Fuzzing}. {@link io.factmatrix.deploy.acceptance.fuzz.Requests} draws,
 * {@link io.factmatrix.deploy.acceptance.fuzz.Wire} sends, {@link io.factmatrix.deploy.acceptance.fuzz.Judge} judges.
 */
@NullMarked
package io.factmatrix.deploy.acceptance.fuzz;

import org.jspecify.annotations.NullMarked;
